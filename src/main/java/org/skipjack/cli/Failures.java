package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import java.util.stream.Stream;
import org.skipjack.data.DatasetException;
import org.skipjack.graph.ShapeException;
import org.skipjack.io.OutputException;
import org.skipjack.kernel.notebook.NotebookException;
import org.skipjack.train.CheckpointException;
import org.skipjack.train.health.DivergedException;
import picocli.CommandLine;

/**
 * What the user sees when a command fails: that it was stopped, what to mend, or that the fault is
 * ours. There is no fourth way, and never a trace that was not asked for.
 *
 * <p>What a person can mend is an exception of a type of its own, or any other one with a line that
 * says how, as every check of this project has it. An exception without that line was not foreseen:
 * it comes out of the JDK or a library, whatever its type, and so is a defect of ours.
 */
final class Failures {
  /** Set, to whatever value, to see the stack trace of a defect. */
  static final String STACK_TRACE = "SKIPJACK_STACKTRACE";

  /** What a shell gives a command that Ctrl-C ended. */
  static final int STOPPED = 130;

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final String ADVICE = "\nFix: ";

  private Failures() {}

  /** Prints the failure and gives the exit code. */
  static int report(Throwable failure, CommandLine command) {
    PrintWriter err = command.getErr();
    boolean stopped = isStop(failure);
    err.println(
        command.getCommandSpec().qualifiedName() + ": " + (stopped ? "stopped" : message(failure)));
    if (System.getenv(STACK_TRACE) != null) {
      failure.printStackTrace(err);
    }
    err.flush();
    return stopped ? STOPPED : isMistake(failure) ? WRONG_USAGE : FAILED;
  }

  private static boolean isStop(Throwable failure) {
    return (Thread.currentThread().isInterrupted() && !isForPeople(failure))
        || causes(failure)
            .anyMatch(
                one ->
                    one instanceof InterruptedException
                        || one instanceof ClosedByInterruptException);
  }

  private static boolean isMistake(Throwable failure) {
    return failure instanceof IllegalArgumentException && isForPeople(failure);
  }

  private static String message(Throwable failure) {
    Optional<String> limit =
        causes(failure).flatMap(one -> MachineLimits.message(one).stream()).findFirst();
    if (limit.isPresent()) {
      return limit.get();
    }
    return isForPeople(failure)
        ? String.valueOf(failure.getMessage())
        : "a defect of Skipjack, %s%nFix: report it with the trace that %s=1 shows"
            .formatted(failure, STACK_TRACE);
  }

  private static boolean isForPeople(Throwable failure) {
    return failure instanceof ShapeException
        || failure instanceof DatasetException
        || failure instanceof OutputException
        || failure instanceof CheckpointException
        || failure instanceof NotebookException
        || failure instanceof DivergedException
        || String.valueOf(failure.getMessage()).replace("\r", "").contains(ADVICE);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause);
  }
}
