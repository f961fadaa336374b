package org.skipjack.report;

import java.util.List;
import org.skipjack.train.History;
import org.skipjack.train.Run;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;

/**
 * A training that is stopped after its first epoch: the same epoch as that of the whole training,
 * whose schedule goes by its whole length.
 *
 * @param epochs one, or none if it was interrupted before
 */
record FirstEpoch(List<ReportData.Epoch> epochs) {

  static FirstEpoch of(Training training) {
    Stopper stopper = new Stopper();
    Run run = training.listener(stopper).run();
    run.model().parameters().close();
    if (stopper.stopped) {
      boolean unused = Thread.interrupted();
    }
    return new FirstEpoch(ReportData.epochs(run.history()).stream().limit(1).toList());
  }

  /** An interrupt ends a training at its next batch. */
  private static final class Stopper implements TrainingListener {
    private boolean stopped;

    @Override
    public void epochEnded(Training training, History.Epoch epoch) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }
}
