package org.skipjack.experiment.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated bootstrap interval of a mean (Efron 1987, §3; jackknife
 * acceleration as in Efron and Tibshirani 1993, eq. 14.15).
 *
 * <p>It does not ask for normal differences, but for enough of them: below ten or so it is too
 * narrow, since values that were not drawn cannot be drawn again.
 */
public final class Bootstrap {
  /** The usual number of resamples. */
  public static final int RESAMPLES = 10_000;

  /**
   * The fewest values of which the interval is worth printing: where it says 95 %, it holds the
   * mean of 2 normal values in 45 % of samples, of 3 in 68 %, of 10 in about 90 %.
   */
  public static final int FEWEST = 10;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final Quantile LINEAR =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  private Bootstrap() {}

  /**
   * The interval of the mean of a sample.
   *
   * @param level such as 0.95
   * @param random what draws the resamples: indices, resample by resample
   */
  public static Interval of(Sample sample, double level, RandomGenerator random) {
    double[] values = sample.array();
    double mean = sample.mean();
    if (sample.isConstant()) {
      return new Interval(mean, mean, level);
    }
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      for (int drawn = 0; drawn < values.length; drawn++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    double bias = bias(means, mean);
    double acceleration = acceleration(values, mean);
    double tail = (1 - level) / 2;
    return new Interval(
        LINEAR.evaluate(means, adjusted(tail, bias, acceleration)),
        LINEAR.evaluate(means, adjusted(1 - tail, bias, acceleration)),
        level);
  }

  /**
   * Where the mean lies among the means of resamples, in standard deviations of a normal one. A
   * resample of all the values sums to the same, but for the order of its additions.
   */
  private static double bias(double[] means, double mean) {
    double close = Sample.SAME * (1 + Math.abs(mean));
    double below = Arrays.stream(means).filter(one -> one < mean - close).count();
    double upTo = Arrays.stream(means).filter(one -> one <= mean + close).count();
    return NORMAL.inverseCumulativeProbability((below + upTo) / (2 * means.length));
  }

  /** The jackknife's means differ from the mean by a multiple of the values' own deviations. */
  private static double acceleration(double[] values, double mean) {
    double cubes = 0;
    double squares = 0;
    for (double value : values) {
      double deviation = value - mean;
      cubes += deviation * deviation * deviation;
      squares += deviation * deviation;
    }
    return cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double adjusted(double probability, double bias, double acceleration) {
    double sum = bias + NORMAL.inverseCumulativeProbability(probability);
    return NORMAL.cumulativeProbability(bias + sum / (1 - acceleration * sum));
  }
}
