package org.skipjack.experiment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries a plan out: run, look, and where the plan says so, go on. */
final class Experiment {
  private final Plan plan;
  private final RunStore store;
  private final Runner runner;
  private final Watch watch;

  Experiment(Plan plan, RunStore store, Runner runner, Watch watch) {
    this.plan = plan;
    this.store = store;
    this.runner = runner;
    this.watch = watch;
  }

  ComparisonResult run() {
    plan.check();
    PlanFile file = PlanFile.enter(store, plan);
    @Nullable ComparisonResult result = null;
    for (int seeds : plan.seeds().looks()) {
      List<Trial> trials = plan.trials(seeds);
      watch.planned(plan, trials);
      runner.run(trials, store, watch);
      result = ComparisonResult.of(plan, seeds, store, file.earlierLooks());
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
