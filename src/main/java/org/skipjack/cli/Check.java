package org.skipjack.cli;

/**
 * What {@code skipjack doctor} found out about one thing.
 *
 * @param verdict how it is
 * @param name of the thing
 * @param finding in a line
 * @param fix what mends it; empty if nothing has to be
 */
record Check(Verdict verdict, String name, String finding, String fix) {

  /** How something is. */
  enum Verdict {
    /** Works. */
    WORKS("ok"),
    /** Not there, and only some things need it. */
    MISSING("--"),
    /** Does not work, and everything needs it. */
    BROKEN("!!");

    private final String mark;

    Verdict(String mark) {
      this.mark = mark;
    }
  }

  static Check works(String name, String finding) {
    return new Check(Verdict.WORKS, name, finding, "");
  }

  static Check missing(String name, String finding, String fix) {
    return new Check(Verdict.MISSING, name, finding, fix);
  }

  static Check broken(String name, String finding, String fix) {
    return new Check(Verdict.BROKEN, name, finding, fix);
  }

  @Override
  public String toString() {
    String line = "%s  %-12s %s".formatted(verdict.mark, name, finding);
    return fix.isEmpty() ? line : line + System.lineSeparator() + " ".repeat(17) + "Fix: " + fix;
  }
}
