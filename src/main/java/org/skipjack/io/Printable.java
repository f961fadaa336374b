package org.skipjack.io;

/** What keeps foreign text from steering a terminal. */
public final class Printable {
  private Printable() {}

  /** The text with a question mark for whatever would move a cursor, or turn the order of words. */
  public static String of(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }
}
