package org.skipjack.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.skipjack.experiment.sweep.Axis;
import org.skipjack.net.ActivationOrder;
import org.skipjack.net.Option;
import org.skipjack.net.Option.FamilyOption;

/**
 * Axes of a sweep as they are typed: {@code depth=20,56} or {@code shortcut=zeroPad,projection}.
 */
final class AxisText {
  /** The kinds of axes by name; each takes the words after the equals sign. */
  private static final Map<String, Function<List<String>, Axis>> KINDS =
      new TreeMap<>(
          Map.of(
              "net", AxisText::nets,
              "depth", words -> Axis.depth(integers(words)),
              "width", words -> Axis.width(integers(words)),
              "batch-size", words -> Axis.batchSize(integers(words)),
              "learning-rate", words -> Axis.learningRate(numbers(words)),
              "order", words -> options("order", words, ActivationOrder.values()),
              "shortcut",
                  words ->
                      options(
                          "shortcut",
                          words,
                          Option.zeroPad(),
                          Option.projectionWhereNeeded(),
                          Option.projection())));

  private AxisText() {}

  /**
   * The axis that a text means.
   *
   * @throws IllegalArgumentException if it means none
   */
  static Axis of(String text) {
    int equals = text.indexOf('=');
    Function<List<String>, Axis> kind = KINDS.get(equals < 0 ? text : text.substring(0, equals));
    if (equals < 0 || kind == null) {
      throw new IllegalArgumentException(
          "the axis is \"%s\", expected a name and values.%nFix: --vary depth=20,56; names are %s"
              .formatted(text, String.join(", ", KINDS.keySet())));
    }
    try {
      return kind.apply(List.of(text.substring(equals + 1).split(",", -1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the axis is \"%s\", expected numbers with commas between.%nFix: --vary depth=20,56"
              .formatted(text),
          e);
    }
  }

  private static int[] integers(List<String> words) {
    return words.stream().mapToInt(Integer::parseInt).toArray();
  }

  private static double[] numbers(List<String> words) {
    return words.stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static Axis nets(List<String> words) {
    return chosen(Axis.plainAndResidual(), words);
  }

  private static Axis options(String name, List<String> words, FamilyOption... known) {
    List<Axis.Value> values =
        Stream.of(known)
            .map(option -> Axis.value(option.keyword(), sweepPoint -> sweepPoint.with(option)))
            .toList();
    return chosen(new Axis(name, values), words);
  }

  /** The values of an axis that are named, in the order in which they are. */
  private static Axis chosen(Axis all, List<String> words) {
    return new Axis(
        all.name(),
        words.stream()
            .map(
                word ->
                    all.values().stream()
                        .filter(value -> value.label().equals(word))
                        .findFirst()
                        .orElseThrow(() -> unknown(all, word)))
            .toList());
  }

  private static IllegalArgumentException unknown(Axis all, String word) {
    return new IllegalArgumentException(
        "the axis %s has no value \"%s\".%nFix: one of %s"
            .formatted(
                all.name(),
                word,
                String.join(", ", all.values().stream().map(Axis.Value::label).toList())));
  }
}
