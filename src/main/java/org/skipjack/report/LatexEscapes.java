package org.skipjack.report;

import java.util.stream.Collectors;
import org.skipjack.io.Printable;

/**
 * Text that stands for itself in LaTeX, and in a field of BibTeX too, which counts braces even
 * where a backslash stands before them. It needs no package; letters beyond ASCII stay as they are.
 */
final class LatexEscapes {
  private LatexEscapes() {}

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    int before = -1;
    for (int letter : Printable.of(text).codePoints().toArray()) {
      // Two dashes would be one long one.
      escaped.append(letter == before && "-',".indexOf(letter) >= 0 ? "{}" : "");
      escaped.append(escaped(letter));
      before = letter;
    }
    return escaped.toString();
  }

  private static String escaped(int letter) {
    return switch (letter) {
      case '#', '$', '%', '&', '_' -> "\\" + (char) letter;
      case '{' -> "\\textbraceleft{}";
      case '}' -> "\\textbraceright{}";
      case '\\' -> "\\textbackslash{}";
      case '^' -> "\\textasciicircum{}";
      case '~' -> "\\textasciitilde{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '`' -> "\\textasciigrave{}";
      // A quotation mark is a command in German; a bracket or star after a row is its option.
      case '"' -> "{\\char34}";
      case '[', ']', '*' -> "{" + (char) letter + "}";
      case '±' -> "\\ensuremath{\\pm}";
      case '−' -> "\\ensuremath{-}";
      case '\u00a0' -> "~";
      default -> Character.toString(letter);
    };
  }

  /** Lines that LaTeX passes over. */
  static String comment(String text) {
    return text.lines().map(line -> "% " + Printable.of(line) + "\n").collect(Collectors.joining());
  }
}
