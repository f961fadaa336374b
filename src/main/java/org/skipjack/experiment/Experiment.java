package org.skipjack.experiment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.experiment.runner.Runner;
import org.skipjack.experiment.store.PlanList;
import org.skipjack.experiment.store.RunStore;

/** Runs a plan: runs trials, analyzes them and, where the plan has a stopping rule, adds seeds. */
final class Experiment {
  private final ExperimentPlan experimentPlan;
  private final RunStore store;
  private final Runner runner;
  private final ExperimentListener experimentListener;

  Experiment(
      ExperimentPlan experimentPlan,
      RunStore store,
      Runner runner,
      ExperimentListener experimentListener) {
    this.experimentPlan = experimentPlan;
    this.store = store;
    this.runner = runner;
    this.experimentListener = experimentListener;
  }

  ComparisonResult run() {
    experimentPlan.check();
    PlanHistory history = PlanList.of(store).enter(experimentPlan, false);
    @Nullable ComparisonResult result = null;
    for (int seeds : experimentPlan.seeds().looks()) {
      List<Trial> trials = experimentPlan.trials(seeds);
      experimentListener.planned(experimentPlan, trials);
      runner.run(trials, store, experimentListener);
      result = ComparisonResult.of(experimentPlan, seeds, store, history);
      if (result.decided() || Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    return Objects.requireNonNull(result);
  }
}
