package org.skipjack.experiment;

import java.nio.file.Path;
import java.util.Optional;
import org.skipjack.engine.Execution;

/**
 * Where a comparison is carried out and kept.
 *
 * @param folder of the store
 * @param runner what carries it out, if it is not this machine
 * @param execution what computes each run
 * @param threads processors that each run uses, if it is not left to the machine
 * @param watch what watches
 */
public record Place(
    Path folder,
    Optional<Runner> runner,
    Execution execution,
    Optional<Integer> threads,
    Watch watch) {

  static Place usual() {
    return new Place(
        Path.of("runs"), Optional.empty(), Execution.best(), Optional.empty(), Watch.SILENT);
  }

  Place withFolder(Path changed) {
    return new Place(changed, runner, execution, threads, watch);
  }

  Place withRunner(Runner changed) {
    return new Place(folder, Optional.of(changed), execution, threads, watch);
  }

  Place withExecution(Execution changed) {
    return new Place(folder, runner, changed, threads, watch);
  }

  Place withThreads(int changed) {
    return new Place(folder, runner, execution, Optional.of(changed), watch);
  }

  Place withWatch(Watch changed) {
    return new Place(folder, runner, execution, threads, changed);
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
