package org.skipjack.net;

/** The range checks of the language's arguments. */
final class Checks {
  private Checks() {}

  /** Throws unless the value is positive; {@code usual} is the call to write instead. */
  static void positive(String name, int value, String usual) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "%s is %d, expected 1 or more.%nFix: %s".formatted(name, value, usual));
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
}
