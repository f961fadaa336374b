package org.skipjack.kernel.notebook;

/** A file that is no notebook for this kernel; the message says what, where, and a fix. */
public final class NotebookException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotebookException(String what, String fix) {
    super(what + System.lineSeparator() + "Fix: " + fix);
  }
}
