package org.skipjack.experiment.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.store.RunResult;

/**
 * Which runs of an arm learned next to nothing while others learned: their training error is at
 * least nine tenths of that of guessing, and at least twice the lowest of the arm.
 */
public final class Collapse {
  private static final double NEXT_TO_GUESSING = 0.9;
  private static final double TIMES_THE_LOWEST = 2;

  private Collapse() {}

  /** The seeds of such runs; those that diverged are not among them, for they have no result. */
  public static List<Long> seeds(ArmResult arm, int classes) {
    double guessing = 1 - 1.0 / classes;
    double lowest =
        arm.runs().values().stream()
            .filter(RunResult::hasResult)
            .map(Collapse::error)
            .min(Comparator.naturalOrder())
            .orElse(1.0);
    double from = Math.max(NEXT_TO_GUESSING * guessing, TIMES_THE_LOWEST * lowest);
    return arm.runs().entrySet().stream()
        .filter(run -> run.getValue().hasResult() && error(run.getValue()) >= from)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double error(RunResult run) {
    return Metric.TRAINING_ERROR.of(run.history());
  }
}
