package org.skipjack.experiment.statistics;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The effect size of a paired difference, relative to the spread of differences over seeds.
 *
 * @param d the mean over the standard deviation of differences, Cohen's d_z (Cohen 1988, §2.3.5);
 *     NaN where there is no spread
 * @param g the same without the bias that few pairs give it (Hedges 1981, the exact factor); NaN
 *     for two
 * @param wins the share of pairs with a positive difference, ties counted half
 */
public record EffectSize(double d, double g, double wins) {

  /** The effect size of some differences. */
  public static EffectSize of(Sample differences) {
    double up = differences.values().stream().filter(value -> value > 0).count();
    double level = differences.values().stream().filter(value -> value == 0).count();
    double wins = (up + level / 2) / differences.size();
    if (differences.size() < 2 || differences.isConstant()) {
      return new EffectSize(Double.NaN, Double.NaN, wins);
    }
    double d = differences.mean() / differences.standardDeviation();
    return new EffectSize(d, d * correction(differences.size() - 1.0), wins);
  }

  /**
   * The interval of the true effect in standard deviations of differences: those whose noncentral t
   * does not leave the observed t in a tail (Steiger and Fouladi 1997).
   *
   * @param t of the paired test
   * @param level such as 0.95
   */
  public static Interval interval(double t, int pairs, double level) {
    double tail = (1 - level) / 2;
    double root = Math.sqrt(pairs);
    return new Interval(
        NoncentralT.delta(t, pairs - 1.0, tail) / root,
        NoncentralT.delta(t, pairs - 1.0, 1 - tail) / root,
        level);
  }

  /**
   * Hedges' J, by which an effect over a standard deviation of so many degrees of freedom is too
   * large; NaN at one, where it has no mean to correct.
   */
  public static double correction(double degreesOfFreedom) {
    if (degreesOfFreedom < 2) {
      return Double.NaN;
    }
    return Math.exp(
        LogGamma.value(degreesOfFreedom / 2)
            - LogGamma.value((degreesOfFreedom - 1) / 2)
            - Math.log(degreesOfFreedom / 2) / 2);
  }
}
