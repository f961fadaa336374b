package org.skipjack.kernel.evaluation;

/** Colors that can be read on white and on black. */
final class Ansi {
  private static final String END = "\u001b[0m";

  private Ansi() {}

  /** What went wrong. */
  static String error(String text) {
    return "\u001b[1;31m" + text + END;
  }

  /** Where. */
  static String place(String text) {
    return "\u001b[32m" + text + END;
  }

  /** What to do. */
  static String fix(String text) {
    return "\u001b[1m" + text + END;
  }

  /** What can be skipped. */
  static String faint(String text) {
    return "\u001b[2m" + text + END;
  }
}
