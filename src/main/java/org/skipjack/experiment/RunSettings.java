package org.skipjack.experiment;

import java.nio.file.Path;
import java.util.Optional;
import org.skipjack.engine.Execution;
import org.skipjack.engine.ExecutionChoice;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.experiment.runner.Runner;

/**
 * The settings of a comparison's runs: store, runner, execution.
 *
 * @param folder of the store
 * @param runner what carries it out, if it is not this machine
 * @param executionChoice what computes each run, and on how many threads, if it is said
 * @param watch what watches
 */
public record RunSettings(
    Path folder,
    Optional<Runner> runner,
    ExecutionChoice executionChoice,
    ExperimentListener watch) {

  static RunSettings usual() {
    return new RunSettings(
        Path.of("runs"), Optional.empty(), ExecutionChoice.BEST, ExperimentListener.SILENT);
  }

  RunSettings withFolder(Path changed) {
    return new RunSettings(changed, runner, executionChoice, watch);
  }

  RunSettings withRunner(Runner changed) {
    return new RunSettings(folder, Optional.of(changed), executionChoice, watch);
  }

  RunSettings withExecution(ExecutionChoice changed) {
    return new RunSettings(folder, runner, changed, watch);
  }

  RunSettings withWatch(ExperimentListener added) {
    ExperimentListener all = watch == ExperimentListener.SILENT ? added : watch.and(added);
    return new RunSettings(folder, runner, executionChoice, all);
  }

  /**
   * What computes each of so many runs: on as many threads as were asked for, or else as leave a
   * processor to each run.
   */
  Execution execution(int runs) {
    int processors = Runtime.getRuntime().availableProcessors();
    return executionChoice.executionOn(Math.max(1, processors / Math.max(1, runs)));
  }
}
