package org.skipjack.experiment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.experiment.runner.Runner;
import org.skipjack.experiment.store.PlanFile;
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
    PlanFile file = PlanFile.enter(store, experimentPlan);
    @Nullable ComparisonResult result = null;
    for (int seeds : experimentPlan.seeds().looks()) {
      List<Trial> trials = experimentPlan.trials(seeds);
      experimentListener.planned(experimentPlan, trials);
      runner.run(trials, store, experimentListener);
      result = ComparisonResult.of(experimentPlan, seeds, store, file.earlierLooks());
      if (result.decided() || Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    ComparisonResult last = Objects.requireNonNull(result);
    if (last.complete()) {
      file.looked(last.seeds());
    }
    return last;
  }
}
