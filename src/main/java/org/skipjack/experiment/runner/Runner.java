package org.skipjack.experiment.runner;

import java.util.List;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.store.RunStore;

/** A runner of trials, on this machine or on others. */
public interface Runner {

  /**
   * Sees to it that the store has a finished run of each trial. What it has already is not run
   * again.
   *
   * <p>Returns when all are there, or after an interrupt of the calling thread, whose status then
   * stays set and whose trials may be lacking.
   *
   * @throws RuntimeException if a trial could not be carried out; the others are then stopped. A
   *     training that diverges is carried out.
   */
  void run(List<Trial> trials, RunStore store, ExperimentListener experimentListener);
}
