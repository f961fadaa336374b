package org.skipjack.kernel.renderers;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluation;

/**
 * Tables of an evaluation of Tribuo's. Its own {@code toString()} writes numbers in the digits of
 * the machine's language, and fails where they are not those of ASCII.
 */
final class LabelTables {
  private LabelTables() {}

  private static List<Label> labels(LabelEvaluation evaluation) {
    return evaluation.getConfusionMatrix().getDomain().getDomain().stream()
        .sorted(Comparator.comparing(Label::getLabel))
        .toList();
  }

  /** The figures of each class. */
  static Table classes(LabelEvaluation evaluation) {
    Table table = Table.of("class", "examples", "precision", "recall", "F1");
    for (Label label : labels(evaluation)) {
      table =
          table.with(
              label.getLabel(),
              (long) (evaluation.tp(label) + evaluation.fn(label)),
              Table.percent(evaluation.precision(label)),
              Table.percent(evaluation.recall(label)),
              Table.percent(evaluation.f1(label)));
    }
    return table.with("accuracy", "", "", Table.percent(evaluation.accuracy()), "");
  }

  /** The number of examples of each true class, a row, by the predicted class. */
  static Table confusion(LabelEvaluation evaluation) {
    List<Label> labels = labels(evaluation);
    Table table =
        Table.of(
            Stream.concat(Stream.of("true \\ predicted"), labels.stream().map(Label::getLabel))
                .toArray(String[]::new));
    for (Label truth : labels) {
      Stream<Object> counts =
          labels.stream().map(label -> (long) evaluation.confusion(label, truth));
      table = table.with(Stream.concat(Stream.of(truth.getLabel()), counts).toArray());
    }
    return table;
  }
}
