package org.skipjack.experiment;

import java.nio.file.Path;
import java.util.Optional;
import org.skipjack.engine.Execution;

/**
 * Where a comparison is carried out and kept.
 *
 * @param folder of the store
 * @param runner what carries it out, if it is not this machine
 * @param computing what computes each run, if it is not left to the machine
 * @param watch what watches
 */
public record Place(
    Path folder, Optional<Runner> runner, Optional<Execution> computing, Watch watch) {

  static Place usual() {
    return new Place(Path.of("runs"), Optional.empty(), Optional.empty(), Watch.SILENT);
  }

  Place withFolder(Path changed) {
    return new Place(changed, runner, computing, watch);
  }

  Place withRunner(Runner changed) {
    return new Place(folder, Optional.of(changed), computing, watch);
  }

  Place withExecution(Execution changed) {
    return new Place(folder, runner, Optional.of(changed), watch);
  }

  Place withWatch(Watch changed) {
    return new Place(folder, runner, computing, changed);
  }

  /**
   * What computes each of so many runs: the best engine, on as many threads as leave a processor to
   * each of them. Runs side by side, one thread each, are faster than one after the other on all.
   */
  Execution execution(int runs) {
    int processors = Runtime.getRuntime().availableProcessors();
    return computing.orElseGet(
        () -> Execution.best().threads(Math.max(1, processors / Math.max(1, runs))));
  }
}
