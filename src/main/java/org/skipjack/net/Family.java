package org.skipjack.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The family that a net is of: the word of {@link Families} that made it, and what was given to it.
 *
 * @param word for example {@code "resnet"}
 * @param numbers its depth, and for {@code wideResnet} the widening factor
 * @param options the options, as they were given
 */
public record Family(String word, List<Integer> numbers, List<Option.FamilyOption> options) {
  private static final Map<String, String> NAMES =
      Map.of(
          "resnet", "resnet%s",
          "plain", "plain%s",
          "preActResnet", "preact%s",
          "wideResnet", "wrn-%s-%s",
          "imagenetResnet", "imagenet-resnet%s",
          "imagenetPlain", "imagenet-plain%s");

  private static final Map<String, String> PLAIN_TWINS =
      Map.of("resnet", "plain", "imagenetResnet", "imagenetPlain");

  /** Copies the lists. */
  public Family {
    numbers = List.copyOf(numbers);
    options = List.copyOf(options);
  }

  static Family of(String word, int number, Option.FamilyOption... options) {
    return new Family(word, List.of(number), List.of(options));
  }

  /**
   * The name on the command line with the options that were given, for example {@code "resnet20"}
   * or {@code "plain32 width(8)"}. The number of classes is left out: the data says it.
   */
  public String name() {
    String options = withoutClasses().map(Option::text).collect(Collectors.joining(", "));
    String name = NAMES.getOrDefault(word, word).formatted(numbers.toArray());
    return options.isEmpty() ? name : name + " " + options;
  }

  /** The family's plain net of the same depth and options, where it has one. */
  Optional<Family> plain() {
    return Optional.ofNullable(PLAIN_TWINS.get(word))
        .map(plain -> new Family(plain, numbers, options));
  }

  /** The same net for so many classes; nothing if {@code classes(…)} was given. */
  Optional<Net> fitted(int classes) {
    if (withoutClasses().count() < options.size()) {
      return Optional.empty();
    }
    List<Option.FamilyOption> more = new ArrayList<>(options);
    more.add(Option.classes(classes));
    return Optional.of(Net.parse(new Family(word, numbers, more).toString()));
  }

  private Stream<Option.FamilyOption> withoutClasses() {
    return options.stream().filter(option -> !(option instanceof Option.Classes));
  }

  /** The words that make the net, for example {@code "resnet(20, width(8))"}. */
  @Override
  public String toString() {
    return Stream.concat(numbers.stream().map(String::valueOf), options.stream().map(Option::text))
        .collect(Collectors.joining(", ", word + "(", ")"));
  }
}
