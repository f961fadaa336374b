package org.skipjack.report;

import java.util.List;
import org.skipjack.train.Run;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.history.History;

/**
 * A training that is stopped after its first epoch: the same epoch as that of the whole training,
 * whose schedule goes by its whole length.
 *
 * @param epochs one, or none if it was interrupted before
 */
record FirstEpoch(List<ReportData.Epoch> epochs) {

  static FirstEpoch of(Training training) {
    Run run = training.listener(new Stopper()).run();
    run.model().close();
    return new FirstEpoch(ReportData.epochs(run.history()).stream().limit(1).toList());
  }

  private static final class Stopper implements TrainingListener {
    private boolean stopped;

    @Override
    public void epochEnded(Training training, History.Epoch epoch) {
      stopped = true;
    }

    @Override
    public boolean wantsToStop() {
      return stopped;
    }
  }
}
