package org.skipjack.report;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.io.Printable;

/** Lines of a verification, and what they come to. */
final class CheckList {
  private final List<String> lines = new ArrayList<>();
  private final List<String> unchecked = new ArrayList<>();
  private int unconfirmed;
  private boolean passed = true;

  /** Says whether something held. */
  void add(boolean good, String what, String found) {
    passed &= good;
    line(good ? "  ok  " : "  NO  ", what + ": " + found);
  }

  /** Says that a conclusion did not come out again, though nothing shows that it is wrong. */
  void unconfirmed(String what, String found) {
    unconfirmed++;
    line("  ??  ", what + ": " + found);
  }

  /** Says that the page says something which nothing here can tell. */
  void unchecked(String what, String found) {
    if (!unchecked.contains(what)) {
      unchecked.add(what);
    }
    line("  --  ", what + ": not checked; " + found);
  }

  /** Says something that is no check. */
  void note(String text) {
    line("      ", text);
  }

  private void line(String sign, String text) {
    lines.add(sign + Printable.of(text));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Whether nothing was found that is not so. */
  boolean passed() {
    return passed;
  }

  /** The number of conclusions that did not come out again. */
  int unconfirmed() {
    return unconfirmed;
  }

  /** What nothing here can tell, each once. */
  List<String> unchecked() {
    return List.copyOf(unchecked);
  }
}
