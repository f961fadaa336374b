package org.skipjack.kernel.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * Why a cell ended early.
 *
 * @param name the kind of error, such as {@code ShapeException}
 * @param message what it says
 * @param traceback what is shown: the message, then where; lines with ANSI colors
 * @param thrown what the cell threw, if it did
 */
public record Failure(
    String name, String message, List<String> traceback, Optional<Throwable> thrown) {
  /** The name of the failure of a cell that the user stopped. */
  public static final String INTERRUPTED = "Interrupted";

  /** Copies the list. */
  public Failure {
    traceback = List.copyOf(traceback);
  }

  /** A failure for which nothing was thrown. */
  public Failure(String name, String message, List<String> traceback) {
    this(name, message, traceback, Optional.empty());
  }

  /** The same failure, told otherwise. */
  Failure with(List<String> lines) {
    return new Failure(name, message, lines, thrown);
  }

  /** Whether the user stopped the cell. */
  public boolean interrupted() {
    return name.equals(INTERRUPTED);
  }
}
