package org.skipjack.io;

/** Sentences in lines of a terminal's width. */
public final class LineWrap {
  private static final int WIDTH = 96;

  private LineWrap() {}

  /** The text in lines that end with a line feed each; {@code indent} begins all but the first. */
  public static String wrapped(String text, String indent) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" ", -1)) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.append(line).append('\n');
        line = new StringBuilder(indent);
      } else if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    return lines.append(line).append('\n').toString();
  }
}
