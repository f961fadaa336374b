package org.skipjack.cli;

import java.io.PrintWriter;
import org.skipjack.data.DatasetException;
import org.skipjack.graph.ShapeException;
import org.skipjack.io.OutputException;
import org.skipjack.kernel.notebook.NotebookException;
import org.skipjack.train.CheckpointException;
import org.skipjack.train.health.DivergedException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What the user sees when a command fails. */
final class Failures {
  /** Set, to whatever value, to see the stack trace of a defect. */
  static final String STACK_TRACE = "SKIPJACK_STACKTRACE";

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Failures() {}

  /** Prints the failure and gives the exit code. */
  static int report(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println(name + ": " + message(failure));
    if (System.getenv(STACK_TRACE) != null) {
      failure.printStackTrace(err);
    }
    err.flush();
    return failure instanceof IllegalArgumentException ? WRONG_USAGE : FAILED;
  }

  private static String message(Exception failure) {
    boolean mistakeOfTheUser =
        failure instanceof IllegalArgumentException
            || failure instanceof ShapeException
            || failure instanceof DatasetException
            || failure instanceof OutputException
            || failure instanceof CheckpointException
            || failure instanceof NotebookException
            || failure instanceof DivergedException;
    return mistakeOfTheUser
        ? String.valueOf(failure.getMessage())
        : "a defect of Skipjack, %s%nFix: report it with the trace that %s=1 shows"
            .formatted(failure, STACK_TRACE);
  }
}
