package org.skipjack.experiment;

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
public record Decided(Metric metric, int fewest, int most, int step) {

  /** Decided by the test error, with a look after every seed. */
  public static Decided of(int fewest, int most) {
    return new Decided(Metric.TEST_ERROR, fewest, most, 1);
  }

  /** The same, decided by another figure. */
  public Decided by(Metric changed) {
    return new Decided(changed, fewest, most, step);
  }

  /** The same with a look after every {@code seeds} seeds. */
  public Decided every(int seeds) {
    return new Decided(metric, fewest, most, seeds);
  }

  /** The seeds of an experiment with so many compared pairs, which share its level (Bonferroni). */
  Seeds seeds(int pairs) {
    return new Seeds.UntilDecided(
        metric, RepeatedTest.of(fewest, most, step, Levels.LEVEL / Math.max(1, pairs)));
  }
}
