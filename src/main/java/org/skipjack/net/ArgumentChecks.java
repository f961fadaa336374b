package org.skipjack.net;

import java.util.Locale;

/** The range checks of the language's arguments. */
final class ArgumentChecks {
  private ArgumentChecks() {}

  /** Throws unless the value is positive; {@code usual} is the call to write instead. */
  static void positive(String name, int value, String usual) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %d, expected 1 or more.%nFix: %s", name, value, usual));
    }
  }

  /** Throws unless the value is positive and at most {@code most}. */
  static void within(String name, int value, int most, String usual) {
    positive(name, value, usual);
    if (value > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s is %,d, expected 1 to %,d.%nFix: %s", name, value, most, usual));
    }
  }

  /** Throws unless the rate is a probability below one. */
  static void dropoutRate(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "dropout rate is %s, expected 0 or more and less than 1.%nFix: dropout(0.5)"
              .formatted(rate));
    }
  }

  /** Throws unless the survival probability is more than zero and at most one. */
  static void survival(double survival) {
    if (!(survival > 0 && survival <= 1)) {
      throw new IllegalArgumentException(
          "the survival probability is %s, expected more than 0 and at most 1.%n"
                  .formatted(survival)
              + "Fix: stochasticDepth(0.8)");
    }
  }

  /** Throws unless the value is a number that is not infinite. */
  static void finite(String name, double value, String usual) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s, expected a number.%nFix: %s".formatted(name, value, usual));
    }
  }

  /** The multiple of {@code of} that is nearest to a value, and positive. */
  static int nearestMultiple(int value, int of) {
    return Math.max(1, Math.round((float) value / of)) * of;
  }
}
