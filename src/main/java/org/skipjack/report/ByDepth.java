package org.skipjack.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.sweep.Axis;
import org.skipjack.plot.DegradationChart;
import org.skipjack.plot.PublishedError;
import org.skipjack.train.history.History;

/** Final error by depth, where a comparison has nets of several depths. */
final class ByDepth {
  private static final String DEPTH = Axis.DEPTH;
  private static final int MOST_FAMILIES = 8;

  /** Where an arm stands: what it shares with nets of other depths, and its own. */
  private record Standing(String family, int depth) {}

  private ByDepth() {}

  /** The chart; nothing if all nets are of one depth, or two cannot be told apart by theirs. */
  static Optional<DegradationChart> of(ComparisonResult result) {
    Map<Standing, ArmResult> arms = new LinkedHashMap<>();
    result.arms().forEach(arm -> arms.put(standing(arm.arm()), arm));
    long depths = arms.keySet().stream().map(Standing::depth).distinct().count();
    long families = arms.keySet().stream().map(Standing::family).distinct().count();
    if (arms.size() < result.arms().size() || depths < 2 || families > MOST_FAMILIES) {
      return Optional.empty();
    }
    List<DegradationChart.Point> points = new ArrayList<>();
    List<PublishedError> references = new ArrayList<>();
    arms.forEach(
        (standing, arm) -> {
          arm.histories().forEach(history -> points.add(point(standing, history)));
          references.addAll(references(standing, arm.arm()));
        });
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(DegradationChart.of(points).references(references));
  }

  private static DegradationChart.Point point(Standing standing, History history) {
    return new DegradationChart.Point(
        standing.family(),
        standing.depth(),
        Metric.TRAINING_ERROR.of(history),
        Metric.TEST_ERROR.of(history));
  }

  private static List<PublishedError> references(Standing standing, Arm arm) {
    return arm.published().stream()
        .flatMap(
            one ->
                one.testError().stream()
                    .map(
                        error ->
                            new PublishedError(
                                one.source(), standing.family(), standing.depth(), error)))
        .toList();
  }

  private static Standing standing(Arm arm) {
    return arm.place().containsKey(DEPTH)
        ? new Standing(others(arm), Integer.parseInt(arm.place().get(DEPTH)))
        : new Standing(
            arm.net().equals(arm.net().plain()) ? "plain" : "residual",
            arm.net().weighted().size());
  }

  /** What an arm of a sweep is beside its depth. */
  private static String others(Arm arm) {
    List<String> values =
        arm.place().entrySet().stream()
            .filter(axis -> !axis.getKey().equals(DEPTH))
            .map(Map.Entry::getValue)
            .toList();
    return values.isEmpty() ? "error" : String.join(", ", values);
  }
}
