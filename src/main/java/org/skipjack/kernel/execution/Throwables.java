package org.skipjack.kernel.execution;

import org.jspecify.annotations.Nullable;

/** What exceptions say of themselves, which code of a user's may have overridden. */
public final class Throwables {
  private Throwables() {}

  /** The message; empty if there is none, and in place of one that cannot be had, why. */
  public static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : message;
    } catch (RuntimeException | Error e) {
      return "(its getMessage() threw %s)".formatted(e.getClass().getName());
    }
  }

  /** The cause, if there is one and it can be had. */
  public static @Nullable Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (RuntimeException | Error e) {
      return null;
    }
  }

  /** The frames; none if they cannot be had. */
  static StackTraceElement[] frames(Throwable thrown) {
    try {
      return thrown.getStackTrace();
    } catch (RuntimeException | Error e) {
      return new StackTraceElement[0];
    }
  }
}
