package org.skipjack.kernel;

/** Positions as the protocol counts them, in code points, and as Java does. */
final class CodePoints {
  private CodePoints() {}

  /** The index of a position; the end of the text if it is none. */
  static int toIndex(String text, int position) {
    return position < 0 || position > text.codePointCount(0, text.length())
        ? text.length()
        : text.offsetByCodePoints(0, position);
  }

  static int fromIndex(String text, int index) {
    return text.codePointCount(0, index);
  }
}
