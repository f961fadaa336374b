package org.skipjack.net;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of nets on the command line: the paper's name, its data set, and the depth. */
final class NetNames {
  /** A form of names, and the net of one. */
  private record Form(Pattern pattern, String example, Function<MatchResult, Net> net) {
    Optional<Net> net(String name) {
      Matcher matcher = pattern.matcher(name);
      return matcher.matches() ? Optional.of(net.apply(matcher.toMatchResult())) : Optional.empty();
    }
  }

  private static final List<Form> FORMS =
      List.of(
          form("(?:cifar-)?resnet#", "resnet20", name -> Families.resnet(number(name, 1))),
          form("(?:cifar-)?plain#", "plain20", name -> Families.plain(number(name, 1))),
          form("(?:cifar-)?preact#", "preact164", name -> Families.preActResnet(number(name, 1))),
          form(
              "stochastic-resnet#",
              "stochastic-resnet110",
              name -> Families.resnet(number(name, 1), Option.stochasticDepth(0.5))),
          form(
              "wrn-#-#",
              "wrn-28-10",
              name -> Families.wideResnet(number(name, 1), number(name, 2))),
          form(
              "imagenet-resnet#",
              "imagenet-resnet50",
              name -> Families.imagenetResnet(number(name, 1))),
          form(
              "imagenet-resnet#-v1[.]5",
              "imagenet-resnet50-v1.5",
              name -> Families.imagenetResnet(number(name, 1), StridePlacement.IN_3X3)),
          form(
              "imagenet-plain#",
              "imagenet-plain34",
              name -> Families.imagenetPlain(number(name, 1))));

  private NetNames() {}

  private static Form form(String pattern, String example, Function<MatchResult, Net> net) {
    return new Form(Pattern.compile(pattern.replace("#", "([0-9]{1,5})")), example, net);
  }

  private static int number(MatchResult name, int group) {
    return Integer.parseInt(name.group(group));
  }

  /**
   * The net of a name.
   *
   * @throws IllegalArgumentException if there is none: the message shows what could be meant
   */
  static Net net(String name) {
    return FORMS.stream()
        .flatMap(form -> form.net(name).stream())
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    List<String> examples = FORMS.stream().map(Form::example).toList();
    String near = LayerRegistry.didYouMean(name, examples);
    return new IllegalArgumentException(
        "there is no net called \"%s\"%s%n".formatted(name, near.isEmpty() ? "." : near)
            + "Fix: a name such as "
            + String.join(", ", examples)
            + ", at any depth of its paper%n".formatted()
            + " or: a text such as \"net().conv(16).relu().globalAvgPool().dense(10)\"");
  }
}
