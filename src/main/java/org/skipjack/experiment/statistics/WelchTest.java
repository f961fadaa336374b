package org.skipjack.experiment.statistics;

import java.util.Locale;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * The two-sided t test of two means whose samples are not paired and may spread differently (Welch
 * 1947): for published means and standard deviations.
 *
 * @param t the difference of the means over its standard error
 * @param degreesOfFreedom as Welch and Satterthwaite approximate them
 * @param p the chance of a |t| at least as large if the true means are equal
 * @param interval of the true difference of the means
 */
public record WelchTest(double t, double degreesOfFreedom, double p, Interval interval) {

  /**
   * Published statistics of a sample.
   *
   * @param mean its mean
   * @param standardDeviation with n − 1 in its denominator; more than rounding gives, {@link
   *     Sample#SAME}
   * @param size n; 2 or more
   */
  public record Published(double mean, double standardDeviation, int size) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no spread to judge the mean by
     */
    public Published {
      double rounding = Sample.SAME * Math.max(1, Math.abs(mean));
      if (!(standardDeviation > rounding) || !Double.isFinite(mean + standardDeviation)) {
        throw new IllegalArgumentException(
            "a published figure is %s ± %s, expected numbers and a spread above rounding.%nFix: values that are all the same cannot be judged by their spread"
                .formatted(mean, standardDeviation));
      }
      if (size < 2) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "a published spread is of %d values, expected 2 or more", size));
      }
    }

    private double squaredError() {
      return standardDeviation * standardDeviation / size;
    }
  }

  /**
   * The test of the first mean less the second.
   *
   * @param level of the interval, such as 0.95
   */
  public static WelchTest of(Published first, Published second, double level) {
    TTest.Result test =
        TTest.withDefaults()
            .with(DataDispersion.HETEROSCEDASTIC)
            .test(
                first.mean(),
                first.standardDeviation() * first.standardDeviation(),
                first.size(),
                second.mean(),
                second.standardDeviation() * second.standardDeviation(),
                second.size());
    double difference = first.mean() - second.mean();
    double reach =
        PairedTest.critical(level, test.getDegreesOfFreedom())
            * Math.sqrt(first.squaredError() + second.squaredError());
    return new WelchTest(
        test.getStatistic(),
        test.getDegreesOfFreedom(),
        test.getPValue(),
        new Interval(difference - reach, difference + reach, level));
  }
}
