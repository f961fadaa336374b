package org.skipjack.experiment.statistics;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two one-sided paired t tests that a mean difference lies within a margin of zero (Schuirmann
 * 1987): p is below a level where the interval of one less twice the level lies within the margin.
 *
 * <p>Where nothing tells how far the mean may be off, p is 1.
 *
 * @param margin the largest difference that is as good as none; positive
 * @param p the larger p of the two tests
 */
public record EquivalenceTest(double margin, double p) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int STEPS = 1_024;
  private static final double NEGLIGIBLE = 1e-15;

  /** The test of some differences. */
  public static EquivalenceTest of(Sample differences, double margin) {
    int degreesOfFreedom = differences.size() - 1;
    if (degreesOfFreedom < 1 || differences.isConstant()) {
      return new EquivalenceTest(margin, 1);
    }
    double error = differences.standardDeviation() / Math.sqrt(differences.size());
    double nearer = (margin - Math.abs(differences.mean())) / error;
    return new EquivalenceTest(
        margin, TDistribution.of(degreesOfFreedom).survivalProbability(nearer));
  }

  /**
   * The level of the interval that lies within the margin where both tests reject at a level.
   *
   * @param level of each of the two tests, such as 0.05
   */
  public static double intervalLevel(double level) {
    return 1 - 2 * level;
  }

  /**
   * The chance that both tests reject (Phillips 1990): the mean, over the standard deviation that
   * comes out, of the chance that the mean difference then lies where they do.
   *
   * @param margin over the standard deviation of differences
   * @param difference the true one, over the same
   * @param pairs the number of pairs; 2 or more
   * @param level of each test
   */
  public static double power(double margin, double difference, int pairs, double level) {
    double degreesOfFreedom = pairs - 1.0;
    double critical = PairedTest.critical(intervalLevel(level), degreesOfFreedom);
    double room = margin * Math.sqrt(pairs);
    double shift = difference * Math.sqrt(pairs);
    ChiSquaredDistribution squares = ChiSquaredDistribution.of(degreesOfFreedom);
    double from = Math.log(squares.inverseCumulativeProbability(NEGLIGIBLE));
    double widest = degreesOfFreedom * room * room / (critical * critical);
    double to =
        Math.min(Math.log(widest), Math.log(squares.inverseSurvivalProbability(NEGLIGIBLE)));
    if (!(to > from)) {
      return 0;
    }
    double step = (to - from) / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double weight = i == 0 || i == STEPS ? 1 : i % 2 == 0 ? 2 : 4;
      double v = Math.exp(from + i * step);
      double left = Math.max(0, room - critical * Math.sqrt(v / degreesOfFreedom));
      double inside =
          NORMAL.cumulativeProbability(left - shift) - NORMAL.cumulativeProbability(-left - shift);
      sum += weight * v * squares.density(v) * inside;
    }
    return sum * step / 3;
  }

  /**
   * The least number of pairs that verify with a power that two arms are equal, if they are.
   *
   * @param margin over the standard deviation of differences
   * @return nothing if {@link Power#MOST_SEEDS} are too few
   */
  public static OptionalInt pairsFor(double power, double margin, double level) {
    return Power.least(pairs -> power(margin, 0, pairs, level), power);
  }
}
