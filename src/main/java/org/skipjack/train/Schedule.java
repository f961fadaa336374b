package org.skipjack.train;

import java.util.List;

/** The learning rate as a function of the iteration; an iteration is one update. */
public sealed interface Schedule {

  /**
   * The learning rate of an iteration.
   *
   * @param iteration from 0 to {@code iterations − 1}
   * @param iterations the number of updates in the whole training
   */
  double learningRate(long iteration, long iterations);

  /** The same rate throughout. */
  static Schedule constant(double learningRate) {
    return new Constant(learningRate);
  }

  /**
   * The rate divided by 10 after half and again after three quarters of the iterations: the 32k and
   * 48k of 64k of He et al. 2015 (§4.2), for any length.
   */
  static Schedule steps(double learningRate) {
    return new Steps(learningRate, List.of(0.5, 0.75));
  }

  /** Half a cosine from the rate to zero (Loshchilov and Hutter 2017, arXiv:1608.03983, eq. 5). */
  static Schedule cosine(double learningRate) {
    return new Cosine(learningRate);
  }

  /** The same rate throughout. */
  record Constant(double rate) implements Schedule {
    /** Checks that the rate is a positive number. */
    public Constant {
      requirePositive(rate);
    }

    @Override
    public double learningRate(long iteration, long iterations) {
      return rate;
    }
  }

  /** The rate divided by 10 at each of the given shares of the iterations. */
  record Steps(double rate, List<Double> at) implements Schedule {
    /** Checks that the rate is a positive number. */
    public Steps {
      requirePositive(rate);
      at = List.copyOf(at);
    }

    @Override
    public double learningRate(long iteration, long iterations) {
      long passed = at.stream().filter(share -> iteration >= share * (double) iterations).count();
      return rate / StrictMath.pow(10, (double) passed);
    }
  }

  /** Half a cosine from the rate to zero. */
  record Cosine(double rate) implements Schedule {
    /** Checks that the rate is a positive number. */
    public Cosine {
      requirePositive(rate);
    }

    @Override
    public double learningRate(long iteration, long iterations) {
      return rate * 0.5 * (1 + StrictMath.cos(Math.PI * (double) iteration / iterations));
    }
  }

  private static void requirePositive(double rate) {
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "learning rate is %s, expected a number above 0.%nFix: 0.1 as in He et al. 2015"
              .formatted(rate));
    }
  }
}
