package org.skipjack.kernel.source;

/** Positions in a text as lines and columns. */
public final class Lines {
  private Lines() {}

  /** The line of a position, from 1. */
  public static int line(String text, int position) {
    return 1
        + (int) text.substring(0, within(text, position)).chars().filter(c -> c == '\n').count();
  }

  /** The column of a position, from 0. */
  public static int column(String text, int position) {
    int at = within(text, position);
    return at - (text.lastIndexOf('\n', at - 1) + 1);
  }

  /** The text of a line, from 1; empty if there is none. */
  public static String text(String text, int line) {
    return text.lines().skip(line - 1L).findFirst().orElse("");
  }

  private static int within(String text, int position) {
    return Math.max(0, Math.min(position, text.length()));
  }
}
