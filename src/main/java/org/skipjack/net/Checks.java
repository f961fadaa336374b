package org.skipjack.net;

/** The range checks of the language's arguments. */
final class Checks {
  private Checks() {}

  static void positive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "%s is %d, expected 1 or more.%nFix: %s(1)".formatted(name, value, name));
    }
  }
}
