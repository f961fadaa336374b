package org.skipjack.experiment.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.store.RunResult;

/**
 * Which runs learned next to nothing: their training error is at least nine tenths of that of
 * guessing.
 */
public final class Collapse {
  private static final double NEXT_TO_GUESSING = 0.9;
  private static final double LEARNED = 2.0 / 3;

  private Collapse() {}

  /** The training error of who guesses among classes of equal size. */
  public static double guessing(int classes) {
    return 1 - 1.0 / classes;
  }

  /**
   * The seeds of such runs of an arm whose best errs at most two thirds as often as guessing; those
   * that diverged are not among them, for they have no result.
   */
  public static List<Long> seeds(ArmResult arm, int classes) {
    boolean learned = errors(arm).anyMatch(error -> error <= LEARNED * guessing(classes));
    return learned
        ? arm.runs().entrySet().stream()
            .filter(run -> run.getValue().hasResult() && isNone(error(run.getValue()), classes))
            .map(Map.Entry::getKey)
            .toList()
        : List.of();
  }

  /** Whether all runs of an arm are such. */
  public static boolean isWhole(ArmResult arm, int classes) {
    return !arm.histories().isEmpty() && errors(arm).allMatch(error -> isNone(error, classes));
  }

  private static boolean isNone(double error, int classes) {
    return error >= NEXT_TO_GUESSING * guessing(classes);
  }

  private static Stream<Double> errors(ArmResult arm) {
    return arm.runs().values().stream().filter(RunResult::hasResult).map(Collapse::error);
  }

  private static double error(RunResult run) {
    return Metric.TRAINING_ERROR.of(run.history());
  }
}
