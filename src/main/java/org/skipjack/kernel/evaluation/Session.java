package org.skipjack.kernel.evaluation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import jdk.jshell.JShell;
import org.skipjack.kernel.execution.CellControl;
import org.skipjack.kernel.execution.CellThread;
import org.skipjack.kernel.execution.TaskResult;

/**
 * What the cells of one notebook declared, and the compiler that knows it.
 *
 * <p>Compiler and declarations are used by one thread at a time. While code of a cell runs they are
 * free, so that completion works during a training.
 */
public final class Session implements AutoCloseable {
  /**
   * The stack of a thread that evaluates cells or asks about them: the compiler goes as deep as an
   * expression is nested, and sums of thousands of terms are nested as deeply.
   */
  public static final long STACK_BYTES = 128L << 20;

  private final ReentrantLock compiler = new ReentrantLock(true);
  private final CellControl control;
  private final CompletableFuture<Evaluator> evaluator = new CompletableFuture<>();

  private Session(ClassLoader parent) {
    control = CellControl.of(parent, compiler);
  }

  /**
   * Opens a session and returns at once; the compiler comes up on a thread of its own.
   *
   * @param startup code that every session begins with
   */
  public static Session open(String startup) {
    Session session = new Session(Session.class.getClassLoader());
    Thread starter = new Thread(() -> session.start(startup), "compiler-start");
    starter.setDaemon(true);
    starter.start();
    return session;
  }

  private void start(String startup) {
    compiler.lock();
    try {
      Evaluator fresh = new Evaluator(control, evaluator);
      fresh.begin(startup);
      boolean awaited = evaluator.getNumberOfDependents() > 0;
      if (!awaited) {
        fresh.warmUp();
      }
      evaluator.complete(fresh);
    } catch (RuntimeException | Error e) {
      evaluator.completeExceptionally(e);
    } finally {
      compiler.unlock();
    }
  }

  /**
   * Evaluates a cell, and waits for its end.
   *
   * @param magics what carries out lines that begin with {@code %}
   */
  public Outcome run(Cell cell, Magics magics) {
    if (control.thread().isCurrent()) { // a cell that evaluates code
      return evaluate(cell, magics);
    }
    control.begin();
    try {
      return evaluate(cell, magics);
    } finally {
      control.end();
    }
  }

  private Outcome evaluate(Cell cell, Magics magics) {
    try {
      Evaluator ready = evaluator.join();
      compiler.lock();
      try {
        return ready.run(cell, magics);
      } finally {
        compiler.unlock();
      }
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Outcome(null, ThrownErrors.of(cause, "the compiler came up"), List.of());
    }
  }

  /**
   * Runs code of ours that may call code of the user, such as a renderer, where cells run; so an
   * interrupt ends it.
   */
  public TaskResult onCellThread(CellThread.Code code) {
    return control.thread().run(code);
  }

  /** What to say of code that was run by {@link #onCellThread} and did not complete. */
  public static Failure failure(TaskResult taskResult, String doing) {
    if (taskResult.thrown() == null
        || CellControl.isInterrupt(taskResult.thrown().getClass().getName())) {
      return new Failure(Failure.INTERRUPTED, "interrupted while " + doing, List.of("interrupted"));
    }
    return ThrownErrors.of(taskResult.thrown(), doing);
  }

  /** Stops the cell that runs, if there is one; returns at once. */
  public void interrupt() {
    control.stop();
  }

  /** Asks the compiler something; waits while it is at work, not while a cell runs. */
  public <T> T ask(Function<JShell, T> question) {
    Evaluator ready = evaluator.join();
    compiler.lock();
    try {
      return question.apply(ready.shell());
    } finally {
      compiler.unlock();
    }
  }

  /** The variables that code would declare, in order; nothing is evaluated. */
  public List<Declaration> declarations(String code) {
    return ask(shell -> Declaration.in(shell.sourceCodeAnalysis(), code));
  }

  /** The whole stack of what a cell threw last, line by line; empty if none did. */
  public List<String> lastStack() {
    return evaluator.join().lastStack();
  }

  /**
   * Lets cells use a jar or folder.
   *
   * @param path entries as on a command line
   */
  public void addToClasspath(String path) {
    Boolean unused =
        ask(
            shell -> {
              shell.addToClasspath(path);
              return true;
            });
  }

  /** The loader of the cells' classes and of what they added. */
  public ClassLoader loader() {
    return control.loader();
  }

  @Override
  public void close() {
    control.close();
  }
}
