package org.skipjack.kernel;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Says what went wrong in the kernel itself, on the error stream that the process was started with,
 * which Jupyter puts into its own log. Names what failed and where in our code; no message of an
 * exception, since it may quote a cell.
 */
final class Log {
  private static final PrintStream ERR = System.err;

  private Log() {}

  static void failure(String what, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    ERR.printf(
        Locale.ROOT,
        "skipjack kernel: %s failed: %s %s%n",
        what,
        failure.getClass().getName(),
        trace.length == 0 ? "" : "at " + trace[0]);
  }
}
