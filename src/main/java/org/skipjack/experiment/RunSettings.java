package org.skipjack.experiment;

import java.nio.file.Path;
import java.util.Optional;
import org.skipjack.engine.Execution;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.experiment.runner.Runner;

/**
 * Where a comparison is carried out and kept.
 *
 * @param folder of the store
 * @param runner what carries it out, if it is not this machine
 * @param execution what computes each run
 * @param threads processors that each run uses, if it is not left to the machine
 * @param watch what watches
 */
public record RunSettings(
    Path folder,
    Optional<Runner> runner,
    Execution execution,
    Optional<Integer> threads,
    ExperimentListener watch) {

  static RunSettings usual() {
    return new RunSettings(
        Path.of("runs"),
        Optional.empty(),
        Execution.best(),
        Optional.empty(),
        ExperimentListener.SILENT);
  }

  RunSettings withFolder(Path changed) {
    return new RunSettings(changed, runner, execution, threads, watch);
  }

  RunSettings withRunner(Runner changed) {
    return new RunSettings(folder, Optional.of(changed), execution, threads, watch);
  }

  RunSettings withExecution(Execution changed) {
    return new RunSettings(folder, runner, changed, threads, watch);
  }

  RunSettings withThreads(int changed) {
    return new RunSettings(folder, runner, execution, Optional.of(changed), watch);
  }

  RunSettings withWatch(ExperimentListener changed) {
    return new RunSettings(folder, runner, execution, threads, changed);
  }

  /**
   * What computes each of so many runs: on as many threads as were asked for, or else as leave a
   * processor to each run.
   */
  Execution execution(int runs) {
    int processors = Runtime.getRuntime().availableProcessors();
    return execution.threads(threads.orElseGet(() -> Math.max(1, processors / Math.max(1, runs))));
  }
}
