package org.skipjack.cli;

import org.jspecify.annotations.Nullable;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Precision;
import org.skipjack.experiment.Comparison;
import picocli.CommandLine.Option;

/** The options that say what computes, on how many threads, in which precision. */
final class ExecutionOptions {
  @Option(
      names = "--engine",
      paramLabel = "E",
      description = "onednn or samediff (default: the fastest that works here)")
  private @Nullable String engine;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "processors for one computation (default: what suits the engine)")
  private @Nullable Integer threads;

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "fp32, or bf16 where the processor has it (default: ${DEFAULT-VALUE})")
  private String precision = Precision.FP32.toString();

  /**
   * What was chosen.
   *
   * @throws IllegalArgumentException if it is not there on this machine
   */
  Execution execution() {
    Execution chosen = engine == null ? Execution.best() : Execution.on(Engines.named(engine));
    Execution inPrecision = chosen.precision(Precision.named(precision));
    return threads == null ? inPrecision : inPrecision.threads(threads);
  }

  /** A comparison whose runs are computed so; its threads are left to it if none were given. */
  Comparison of(Comparison comparison) {
    Execution chosen = execution();
    return threads == null
        ? comparison.engine(chosen.engine()).precision(chosen.precision())
        : comparison.execution(chosen);
  }
}
