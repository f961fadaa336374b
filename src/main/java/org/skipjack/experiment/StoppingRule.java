package org.skipjack.experiment;

import org.skipjack.experiment.analysis.Levels;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.experiment.statistics.RepeatedTest;

/**
 * The rule "until decided": seeds are added until the repeated interval of every compared
 * difference excludes zero, or the budget ends; see {@link RepeatedTest}.
 *
 * @param metric whose difference decides
 * @param fewest seeds before the first look; 2 or more
 * @param most seeds in all
 * @param step seeds between looks
 */
public record StoppingRule(Metric metric, int fewest, int most, int step) {

  /** Decided by the test error, with a look after every seed. */
  public static StoppingRule of(int fewest, int most) {
    return new StoppingRule(Metric.TEST_ERROR, fewest, most, 1);
  }

  /** The same, decided by another figure. */
  public StoppingRule by(Metric changed) {
    return new StoppingRule(changed, fewest, most, step);
  }

  /** The same with a look after every {@code seeds} seeds. */
  public StoppingRule every(int seeds) {
    return new StoppingRule(metric, fewest, most, seeds);
  }

  /** The seeds of an experiment with so many compared pairs, which share its level (Bonferroni). */
  public Seeds seeds(int pairs) {
    return new Seeds.UntilDecided(
        metric, RepeatedTest.of(fewest, most, step, Levels.LEVEL / Math.max(1, pairs)));
  }
}
