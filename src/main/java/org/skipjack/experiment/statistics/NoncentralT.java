package org.skipjack.experiment.statistics;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The noncentral t distribution: {@code (Z + δ) / √(V / ν)} of a normal Z and a χ² variable V. */
final class NoncentralT {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int STEPS = 512;
  private static final double NEGLIGIBLE = 1e-15;
  private static final double CLOSE = 1e-9;

  private NoncentralT() {}

  /**
   * The chance of a value above {@code t}: the mean over V of the chance of Z above {@code t √(V/ν)
   * − δ}. In log V the integrand falls off at both ends faster than it matters, so that plain sums
   * converge exponentially (Trefethen and Weideman 2014, §5).
   */
  static double above(double t, double degreesOfFreedom, double delta) {
    ChiSquaredDistribution squares = ChiSquaredDistribution.of(degreesOfFreedom);
    double from = Math.log(squares.inverseCumulativeProbability(NEGLIGIBLE));
    double step = (Math.log(squares.inverseSurvivalProbability(NEGLIGIBLE)) - from) / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double v = Math.exp(from + i * step);
      double limit = t * Math.sqrt(v / degreesOfFreedom) - delta;
      sum += v * squares.density(v) * NORMAL.survivalProbability(limit);
    }
    return sum * step;
  }

  /** The δ at which a value above {@code t} has a chance; the chance grows with δ. */
  static double delta(double t, double degreesOfFreedom, double chance) {
    double reach = 1;
    while (above(t, degreesOfFreedom, t - reach) > chance
        || above(t, degreesOfFreedom, t + reach) < chance) {
      reach *= 2;
    }
    return new BrentSolver(CLOSE, CLOSE, CLOSE)
        .findRoot(delta -> above(t, degreesOfFreedom, delta) - chance, t - reach, t + reach);
  }
}
