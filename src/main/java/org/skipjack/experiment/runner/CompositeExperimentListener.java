package org.skipjack.experiment.runner;

import java.util.List;
import java.util.function.Consumer;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.store.StoredRun;
import org.skipjack.train.TellBoth;
import org.skipjack.train.TrainingListener;

/**
 * A listener that passes each call on to two listeners; the second is called even if the first
 * throws.
 */
record CompositeExperimentListener(ExperimentListener first, ExperimentListener second)
    implements ExperimentListener {
  private void tell(Consumer<ExperimentListener> news) {
    TellBoth.tell(first, second, news);
  }

  @Override
  public void planned(ExperimentPlan experimentPlan, List<Trial> trials) {
    tell(each -> each.planned(experimentPlan, trials));
  }

  @Override
  public void reused(Trial trial, StoredRun run) {
    tell(each -> each.reused(trial, run));
  }

  @Override
  public void damaged(Trial trial, StoredRun run) {
    tell(each -> each.damaged(trial, run));
  }

  @Override
  public void stepped(Trial trial, TrainingListener.Progress progress) {
    tell(each -> each.stepped(trial, progress));
  }

  @Override
  public void ended(Trial trial, StoredRun run) {
    tell(each -> each.ended(trial, run));
  }

  @Override
  public void elsewhere(Trial trial) {
    tell(each -> each.elsewhere(trial));
  }
}
