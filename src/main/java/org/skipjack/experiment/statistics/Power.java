package org.skipjack.experiment.statistics;

import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/**
 * The chance that a two-sided t test finds a difference that is there, and how many seeds that
 * takes (Cohen 1988, §2; both tails counted, as R's {@code power.t.test(strict = TRUE)} does).
 */
public final class Power {
  /** The usual chance to ask for: four times out of five. */
  public static final double USUAL = 0.8;

  /** More seeds than anybody trains. */
  public static final int MOST_SEEDS = 1_000;

  private static final double CLOSE = 1e-9;

  private Power() {}

  /**
   * The power of the paired test.
   *
   * @param effect the true mean difference over the standard deviation of differences
   * @param pairs the number of pairs; 2 or more
   * @param level the chance to find a difference where none is, such as 0.05
   */
  public static double paired(double effect, int pairs, double level) {
    return power(pairs - 1.0, effect * Math.sqrt(pairs), level);
  }

  /**
   * The power of the test of two samples of one size.
   *
   * @param effect the true difference of means over the standard deviation within each
   * @param each the size of each sample; 2 or more
   * @param level the chance to find a difference where none is, such as 0.05
   */
  public static double unpaired(double effect, int each, double level) {
    return power(2.0 * (each - 1), effect * Math.sqrt(each / 2.0), level);
  }

  private static double power(double degreesOfFreedom, double delta, double level) {
    double critical = PairedTest.critical(1 - level, degreesOfFreedom);
    double size = Math.abs(delta);
    return NoncentralT.above(critical, degreesOfFreedom, size)
        + NoncentralT.above(critical, degreesOfFreedom, -size);
  }

  /**
   * The least number of pairs with which the paired test has a power.
   *
   * @return nothing if {@link #MOST_SEEDS} are too few
   */
  public static OptionalInt pairsFor(double power, double effect, double level) {
    return least(pairs -> paired(effect, pairs, level), power);
  }

  /**
   * The least size of each of two samples with which their test has a power.
   *
   * @return nothing if {@link #MOST_SEEDS} are too few
   */
  public static OptionalInt eachFor(double power, double effect, double level) {
    return least(each -> unpaired(effect, each, level), power);
  }

  /** Power grows with the number, so halving finds the least. */
  static OptionalInt least(IntToDoubleFunction power, double wanted) {
    if (!(power.applyAsDouble(MOST_SEEDS) >= wanted)) {
      return OptionalInt.empty();
    }
    int tooFew = 1;
    int enough = MOST_SEEDS;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      if (power.applyAsDouble(middle) >= wanted) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return OptionalInt.of(enough);
  }

  /**
   * The least effect, in standard deviations of differences, that the paired test of so many pairs
   * finds with a power.
   */
  public static double detectable(double power, int pairs, double level) {
    double low = 0;
    double high = 1;
    while (paired(high, pairs, level) < power) {
      high *= 2;
    }
    while (high - low > CLOSE * high) {
      double middle = (low + high) / 2;
      if (paired(middle, pairs, level) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
