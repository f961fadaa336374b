package org.skipjack.train;

import java.util.Locale;

/**
 * The learning rates of a range test, in a geometric sequence from the lowest to the highest.
 *
 * @param from the lowest; positive
 * @param to the highest
 * @param updates how many are tried, one an update; 2 or more
 */
public record LearningRateRange(double from, double to, int updates) {
  /** From 1e-6 to 10 in 210 updates, 30 for each power of ten. */
  public static final LearningRateRange DEFAULT = new LearningRateRange(1e-6, 10, 210);

  /** Checks that there is something to try. */
  public LearningRateRange {
    if (!(from > 0 && to > from) || Double.isInfinite(to)) {
      throw new IllegalArgumentException(
          "learning rates from %s to %s cannot be tried, expected 0 < from < to.%nFix: 1e-6 to 10"
              .formatted(from, to));
    }
    if (updates < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a search of %d updates tries no range, expected 2 or more.%nFix: 210",
              updates));
    }
  }

  /** The learning rate of an update, counted from 0. */
  double rate(int update) {
    return from * StrictMath.pow(to / from, (double) update / (updates - 1));
  }
}
