package org.skipjack.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of a verification, and whether all that they check held. */
final class CheckList {
  private final List<String> lines = new ArrayList<>();
  private boolean held = true;

  /** Says whether something held. */
  void add(boolean good, String what, String found) {
    held &= good;
    lines.add(printable((good ? "  ok  " : "  NO  ") + what + ": " + found));
  }

  /** Says something that is no check. */
  void note(String text) {
    lines.add(printable("      " + text));
  }

  /** No character of a page may steer the terminal, or turn the order of what is read. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  boolean held() {
    return held;
  }
}
