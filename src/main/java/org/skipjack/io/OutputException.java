package org.skipjack.io;

/** Something could not be written; the message says what, why, and what to do. */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutputException(String what, String fix, Throwable cause) {
    super(what + System.lineSeparator() + "Fix: " + fix, cause);
  }
}
