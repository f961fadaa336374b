package org.skipjack.experiment.statistics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.TTest;

/**
 * The two-sided t test of paired differences against zero (Student 1908), with its interval.
 *
 * <p>Exact if differences are normal. Where there are fewer than two of them, or they are all the
 * same, nothing tells how far their mean may be off: the interval is then infinite, p is 1 and t is
 * NaN.
 *
 * @param t the mean over its standard error
 * @param degreesOfFreedom n − 1
 * @param p the chance of a |t| at least as large if the true mean is zero
 * @param interval of the true mean
 */
public record PairedTest(double t, int degreesOfFreedom, double p, Interval interval) {

  /**
   * The test of some differences.
   *
   * @param level of the interval, such as 0.95
   */
  public static PairedTest of(Sample differences, double level) {
    int degreesOfFreedom = differences.size() - 1;
    if (degreesOfFreedom < 1 || differences.isConstant()) {
      Interval all = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
      return new PairedTest(Double.NaN, degreesOfFreedom, 1, all);
    }
    TTest.Result test = TTest.withDefaults().test(differences.array());
    double reach =
        critical(level, degreesOfFreedom)
            * differences.standardDeviation()
            / Math.sqrt(differences.size());
    double mean = differences.mean();
    return new PairedTest(
        test.getStatistic(),
        degreesOfFreedom,
        test.getPValue(),
        new Interval(mean - reach, mean + reach, level));
  }

  /** The |t| that is exceeded with a chance of {@code 1 − level} if the true mean is zero. */
  static double critical(double level, double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
  }
}
