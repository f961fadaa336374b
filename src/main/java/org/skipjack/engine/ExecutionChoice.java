package org.skipjack.engine;

import java.util.Optional;

/**
 * An execution, and what was set beside it by words of their own, which stays whatever the order:
 * {@code threads(1).execution(e)} and {@code execution(e).threads(1)} compute as e does, on one
 * thread.
 *
 * @param base the execution; if none was said, the best of this machine
 * @param engine what computes, in place of the execution's
 * @param threads processors that one computation may use, in place of the execution's
 * @param precision the numbers that it computes in, in place of the execution's
 */
public record ExecutionChoice(
    Optional<Execution> base,
    Optional<Engine> engine,
    Optional<Integer> threads,
    Optional<Precision> precision) {
  /** The best of this machine. */
  public static final ExecutionChoice BEST =
      new ExecutionChoice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks that this machine has such an execution. */
  public ExecutionChoice {
    if (base.isPresent() || engine.isPresent() || threads.isPresent() || precision.isPresent()) {
      var unusedExecution = execution(base.orElseGet(Execution::best), engine, threads, precision);
    }
  }

  /** What was set, on another execution. */
  public ExecutionChoice on(Execution changed) {
    return new ExecutionChoice(Optional.of(changed), engine, threads, precision);
  }

  /** The same with an engine. */
  public ExecutionChoice withEngine(Engine changed) {
    return new ExecutionChoice(base, Optional.of(changed), threads, precision);
  }

  /** The same with a number of threads. */
  public ExecutionChoice withThreads(int changed) {
    return new ExecutionChoice(base, engine, Optional.of(changed), precision);
  }

  /** The same with a precision. */
  public ExecutionChoice withPrecision(Precision changed) {
    return new ExecutionChoice(base, engine, threads, Optional.of(changed));
  }

  /** The execution that comes of it. */
  public Execution execution() {
    return execution(base.orElseGet(Execution::best), engine, threads, precision);
  }

  /** The same, on so many threads unless something was said of them. */
  public Execution executionOn(int usualThreads) {
    Execution usual = base.orElseGet(() -> Execution.best().threads(usualThreads));
    return execution(usual, engine, threads, precision);
  }

  private static Execution execution(
      Execution base,
      Optional<Engine> engine,
      Optional<Integer> threads,
      Optional<Precision> precision) {
    Execution changed = engine.map(base::engine).orElse(base);
    changed = threads.map(changed::threads).orElse(changed);
    return precision.map(changed::precision).orElse(changed);
  }
}
