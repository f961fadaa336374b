package org.skipjack.io;

/** What keeps foreign text from steering a terminal. */
public final class Printable {
  private static final String STEERING = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]";

  private Printable() {}

  /** The text with a question mark for whatever would move a cursor, or turn the order of words. */
  public static String of(String text) {
    return text.replaceAll(STEERING, "?");
  }

  /** The same, but for the ends of lines and tabulators, which stay. */
  public static String lines(String text) {
    return text.replaceAll("(?!\\r?\\n|\\t)" + STEERING, "?");
  }
}
