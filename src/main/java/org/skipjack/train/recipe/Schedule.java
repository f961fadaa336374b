package org.skipjack.train.recipe;

import java.util.List;
import java.util.Locale;

/** A learning-rate schedule: the rate as a function of the iteration (one update). */
public sealed interface Schedule {
  /** So many iterations, no training has. */
  long LONGEST = TrainingLength.MOST_ITERATIONS;

  /**
   * The learning rate of an iteration.
   *
   * @param iteration from 0 to {@code iterations − 1}
   * @param iterations the number of updates in the whole training
   */
  double learningRate(long iteration, long iterations);

  /**
   * The learning rate of an iteration where it may depend on how the training goes.
   *
   * @param lowestError the lowest training error so far, over a hundred updates each time, in [0,
   *     1]
   */
  default double learningRate(long iteration, long iterations, double lowestError) {
    return learningRate(iteration, iterations);
  }

  /** The same course at another height: its highest rate is this. */
  Schedule withHighestRate(double rate);

  /** Whether the rate of an iteration depends on how many there are in all. */
  boolean dependsOnLength();

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

  /** The rate divided by 10 at each of the given iterations, counted from 0. */
  static Schedule dividedAt(double learningRate, Long... iterations) {
    return new DividedAt(learningRate, List.of(iterations));
  }

  /**
   * Up from a 25th of the peak in 30 % of the iterations and down to nearly nothing in the rest,
   * both along half a cosine (Smith and Topin 2017, arXiv:1708.07120, with cosines for their
   * lines).
   */
  static Schedule oneCycle(double peak) {
    return oneCycle(peak, 0.3);
  }

  /**
   * As {@link #oneCycle(double)}, with the peak elsewhere.
   *
   * @param at the share of the iterations before the peak, between 0 and 1
   */
  static Schedule oneCycle(double peak, double at) {
    return new OneCycle(peak, at);
  }

  /**
   * Before a schedule, that many iterations in which the rate rises in a line to the schedule's
   * first (Goyal et al. 2017, arXiv:1706.02677, §2.2); the schedule then has the iterations that
   * are left.
   */
  static Schedule warmUp(long length, Schedule then) {
    return new WarmUp(length, then);
  }

  /**
   * A low rate until the training error has been below {@code error}, then a schedule as if it had
   * run from the beginning. He et al. 2015 (§4.2) train 110 layers with {@code lowUntil(0.01, 0.8,
   * steps(0.1))}, where it takes them about 400 iterations.
   */
  static Schedule lowUntil(double low, double error, Schedule then) {
    return new LowUntil(low, error, then);
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

    @Override
    public Schedule withHighestRate(double changed) {
      return new Constant(changed);
    }

    @Override
    public boolean dependsOnLength() {
      return false;
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

    @Override
    public Schedule withHighestRate(double changed) {
      return new Steps(changed, at);
    }

    @Override
    public boolean dependsOnLength() {
      return true;
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

    @Override
    public Schedule withHighestRate(double changed) {
      return new Cosine(changed);
    }

    @Override
    public boolean dependsOnLength() {
      return true;
    }
  }

  /** The rate divided by 10 at each of the given iterations. */
  record DividedAt(double rate, List<Long> at) implements Schedule {
    /** Checks that the rate is a positive number. */
    public DividedAt {
      requirePositive(rate);
      at = List.copyOf(at);
      for (long start : at) {
        if (start < 1 || start > LONGEST) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "the rate is divided at iteration %d, expected 1 to %d.%nFix: 32000,48000 as in He et al. 2015",
                  start,
                  LONGEST));
        }
      }
    }

    @Override
    public double learningRate(long iteration, long iterations) {
      long passed = at.stream().filter(start -> iteration >= start).count();
      return rate / StrictMath.pow(10, (double) passed);
    }

    @Override
    public Schedule withHighestRate(double changed) {
      return new DividedAt(changed, at);
    }

    @Override
    public boolean dependsOnLength() {
      return false;
    }
  }

  /** Up to the peak until a share of the iterations, then down. */
  record OneCycle(double peak, double at) implements Schedule {
    private static final double FIRST = 1 / 25.0;
    private static final double LAST = FIRST / 10_000;

    /** Checks that the peak is a positive number and its place a share. */
    public OneCycle {
      requirePositive(peak);
      if (!(at > 0 && at < 1)) {
        throw new IllegalArgumentException(
            "the peak is at %s of the iterations, expected a share between 0 and 1.%nFix: 0.3"
                .formatted(at));
      }
    }

    @Override
    public double learningRate(long iteration, long iterations) {
      double done = (double) iteration / iterations;
      return done < at ? between(FIRST, 1, done / at) : between(1, LAST, (done - at) / (1 - at));
    }

    private double between(double from, double to, double share) {
      return peak * (to + (from - to) * 0.5 * (1 + StrictMath.cos(Math.PI * share)));
    }

    @Override
    public Schedule withHighestRate(double changed) {
      return new OneCycle(changed, at);
    }

    @Override
    public boolean dependsOnLength() {
      return true;
    }
  }

  /** A line up to a schedule's first rate, then the schedule. */
  record WarmUp(long length, Schedule then) implements Schedule {
    /** Checks the length. */
    public WarmUp {
      if (length < 1 || length > LONGEST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the warm-up has %d iterations, expected 1 to %d.%nFix: 400",
                length,
                LONGEST));
      }
    }

    @Override
    public double learningRate(long iteration, long iterations) {
      return learningRate(iteration, iterations, 0);
    }

    @Override
    public double learningRate(long iteration, long iterations, double lowestError) {
      long left = Math.max(1, iterations - length);
      return iteration < length
          ? then.learningRate(0, left, lowestError) * (iteration + 1) / length
          : then.learningRate(iteration - length, left, lowestError);
    }

    @Override
    public Schedule withHighestRate(double changed) {
      return new WarmUp(length, then.withHighestRate(changed));
    }

    @Override
    public boolean dependsOnLength() {
      return then.dependsOnLength();
    }
  }

  /** A low rate until the net learns, then a schedule. */
  record LowUntil(double low, double error, Schedule then) implements Schedule {
    /** Checks the rate and the error. */
    public LowUntil {
      requirePositive(low);
      if (!(error > 0 && error <= 1)) {
        throw new IllegalArgumentException(
            "the error is %s, expected a share above 0 and up to 1.%nFix: 0.8".formatted(error));
      }
    }

    /** That of the schedule, which is what it comes to once the net learns. */
    @Override
    public double learningRate(long iteration, long iterations) {
      return then.learningRate(iteration, iterations);
    }

    @Override
    public double learningRate(long iteration, long iterations, double lowestError) {
      return lowestError < error ? then.learningRate(iteration, iterations, lowestError) : low;
    }

    @Override
    public Schedule withHighestRate(double changed) {
      return new LowUntil(low, error, then.withHighestRate(changed));
    }

    @Override
    public boolean dependsOnLength() {
      return then.dependsOnLength();
    }
  }

  private static void requirePositive(double rate) {
    if (!(rate > 0 && rate <= 1e30)) {
      throw new IllegalArgumentException(
          "learning rate is %s, expected more than 0 and at most 1e30.%nFix: 0.1 as in He et al. 2015"
              .formatted(rate));
    }
  }
}
