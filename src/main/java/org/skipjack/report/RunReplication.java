package org.skipjack.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.DataReference;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.experiment.runner.LocalRunner;
import org.skipjack.experiment.store.Environment;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.experiment.store.RunStore;
import org.skipjack.experiment.store.StoredRun;
import org.skipjack.io.TemporaryFolder;

/** Makes the runs of a report again, and holds them against it. */
final class RunReplication {
  private final ReportData data;
  private final ExperimentPlan experimentPlan;
  private final ReportVerification.Options options;
  private final CheckList checkList;

  RunReplication(ReportData data, ReportVerification.Options options, CheckList checkList) {
    this.data = data;
    this.experimentPlan = data.plan();
    this.options = options;
    this.checkList = checkList;
  }

  /** False if it was interrupted before all was made again. */
  boolean run() {
    DataSplit same = options.data().orElseGet(DataProvider::byName).get(experimentPlan.data());
    new DataCheck(experimentPlan.data(), DataReference.of(same), checkList).check();
    if (!checkList.passed()) {
      checkList.note("the data is not what the report says, so nothing was run again");
      return true;
    }
    return options.quick() ? quick(same) : inStore(store -> whole(same, store));
  }

  /** The first epoch of the first reported seed of each net. */
  private boolean quick(DataSplit split) {
    checkList.note(
        "quick: the first epoch of one seed of each net, not the others, and no claim anew");
    for (Arm arm : experimentPlan.arms()) {
      Optional<ReportData.Run> first =
          data.runs().stream()
              .filter(run -> run.arm().equals(arm.name()) && !run.epochs().isEmpty())
              .findFirst();
      if (first.isPresent()) {
        ReportData.Run run = first.get();
        FirstEpoch again = FirstEpoch.of(experimentPlan.trial(arm, run.seed()).training(split));
        if (again.epochs().isEmpty()) {
          return false;
        }
        new RunComparison(data, checkList)
            .check(
                beginning(run, run.epochs().subList(0, 1)),
                beginning(run, again.epochs()),
                Environment.here());
      }
    }
    return !Thread.currentThread().isInterrupted();
  }

  private static ReportData.Run beginning(ReportData.Run run, List<ReportData.Epoch> epochs) {
    return new ReportData.Run(
        run.arm(), run.seed(), RunResult.Status.RUNNING, run.environment(), epochs, List.of());
  }

  private boolean whole(DataSplit split, RunStore store) {
    List<Trial> trials = data.runs().stream().map(this::trial).toList();
    options.watch().planned(experimentPlan, trials);
    new LocalRunner(DataProvider.of(split)).run(trials, store, options.watch());
    Map<String, Map<Long, RunResult>> again = new LinkedHashMap<>();
    for (ReportData.Run run : data.runs()) {
      Optional<StoredRun> stored = store.find(trial(run));
      if (stored.isEmpty()) {
        return false;
      }
      again
          .computeIfAbsent(run.arm(), arm -> new LinkedHashMap<>())
          .put(run.seed(), stored.get().result());
    }
    new RunComparison(data, checkList).check(again);
    return true;
  }

  private Trial trial(ReportData.Run run) {
    return experimentPlan.trial(experimentPlan.arm(run.arm()), run.seed());
  }

  /** What is done with a store. */
  private interface Work {
    boolean with(RunStore store);
  }

  private boolean inStore(Work work) {
    if (options.store().isPresent()) {
      return work.with(RunStore.in(options.store().get()));
    }
    try (TemporaryFolder folder = TemporaryFolder.named("skipjack-verify")) {
      return work.with(RunStore.in(folder.path()));
    }
  }
}
