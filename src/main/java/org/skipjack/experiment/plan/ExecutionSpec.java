package org.skipjack.experiment.plan;

import java.util.Locale;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Precision;

/**
 * The engine, threads and precision of a run, by name: on one machine, the same spec gives the same
 * bits.
 *
 * @param engine the name of an engine
 * @param threads processors that one run uses
 * @param precision the numbers that it computes in
 */
public record ExecutionSpec(String engine, int threads, Precision precision) {

  /** That of an execution. */
  public static ExecutionSpec of(Execution execution) {
    return new ExecutionSpec(execution.engine().name(), execution.threads(), execution.precision());
  }

  /**
   * The execution of that name on this machine.
   *
   * @throws IllegalArgumentException if this machine has no such engine or precision
   */
  public Execution execution() {
    return new Execution(Engines.named(engine), threads, precision);
  }

  /** For example {@code "onednn, 1 thread, fp32"}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %d %s, %s",
        engine,
        threads,
        threads == 1 ? "thread" : "threads",
        precision);
  }
}
