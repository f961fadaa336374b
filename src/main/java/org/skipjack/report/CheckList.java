package org.skipjack.report;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.io.Printable;

/** Lines of a verification, and whether all that they check held. */
final class CheckList {
  private final List<String> lines = new ArrayList<>();
  private boolean held = true;

  /** Says whether something held. */
  void add(boolean good, String what, String found) {
    held &= good;
    lines.add(Printable.of((good ? "  ok  " : "  NO  ") + what + ": " + found));
  }

  /** Says something that is no check. */
  void note(String text) {
    lines.add(Printable.of("      " + text));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  boolean held() {
    return held;
  }
}
