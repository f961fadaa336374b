package org.skipjack.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.experiment.runner.LocalRunner;
import org.skipjack.experiment.store.Environment;
import org.skipjack.experiment.store.GradientNorm;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.experiment.store.RunStore;

/** Makes the runs of a report again, and holds them against it. */
final class RunReplication {
  private final ReportData data;
  private final ExperimentPlan experimentPlan;
  private final ReportVerification.Options options;
  private final CheckList checkList;
  private final ComparisonResult reported;

  RunReplication(ReportData data, ReportVerification.Options options, CheckList checkList) {
    this.data = data;
    this.experimentPlan = data.plan();
    this.options = options;
    this.checkList = checkList;
    this.reported = data.result();
  }

  void run() {
    DataSplit same = options.data().orElseGet(DataProvider::byName).get(experimentPlan.data());
    checkList.add(
        true, "data", "%s has the reported digests".formatted(experimentPlan.data().name()));
    if (options.quick()) {
      quick(same);
    } else {
      inStore(store -> whole(same, store));
    }
  }

  /** The first epoch of the first reported seed of each net. */
  private void quick(DataSplit split) {
    checkList.note(
        "quick: the first epoch of one seed of each net, not the others, and no claim anew");
    for (Arm arm : experimentPlan.arms()) {
      data.runs().stream()
          .filter(run -> run.arm().equals(arm.name()) && !run.epochs().isEmpty())
          .findFirst()
          .ifPresent(
              run -> {
                FirstEpoch first =
                    FirstEpoch.of(experimentPlan.trial(arm, run.seed()).training(split));
                if (first.epochs().isEmpty()) {
                  checkList.add(false, title(run), "stopped before its first epoch had ended");
                } else {
                  compare(
                      run,
                      new Course(RunResult.Status.RUNNING, run.epochs().subList(0, 1), List.of()),
                      new Course(RunResult.Status.RUNNING, first.epochs(), List.of()),
                      Environment.here());
                }
              });
    }
  }

  private void whole(DataSplit split, RunStore store) {
    List<Trial> trials =
        data.runs().stream()
            .map(run -> experimentPlan.trial(experimentPlan.arm(run.arm()), run.seed()))
            .toList();
    options.watch().planned(experimentPlan, trials);
    new LocalRunner(DataProvider.of(split)).run(trials, store, options.watch());
    Map<String, Map<Long, RunResult>> again = new LinkedHashMap<>();
    List<ReportData.Run> missing = new ArrayList<>();
    for (ReportData.Run run : data.runs()) {
      store
          .find(experimentPlan.trial(experimentPlan.arm(run.arm()), run.seed()))
          .ifPresentOrElse(
              stored -> {
                again
                    .computeIfAbsent(run.arm(), arm -> new LinkedHashMap<>())
                    .put(run.seed(), stored.result());
                compare(
                    run,
                    new Course(run.status(), run.epochs(), run.gradients()),
                    Course.of(stored.result()),
                    stored.result().environment());
              },
              () -> missing.add(run));
    }
    if (!missing.isEmpty()) {
      checkList.add(
          false,
          "runs",
          String.format(Locale.ROOT, "%d were not made again: it was stopped", missing.size()));
      return;
    }
    ComparisonResult now =
        ComparisonResult.of(experimentPlan, data.seeds(), again, data.earlierLooks());
    new Agreement(reported, now, checkList).check();
  }

  private static String title(ReportData.Run run) {
    return String.format(Locale.ROOT, "%s, seed %d", run.arm(), run.seed());
  }

  /** What a run went through. */
  private record Course(
      RunResult.Status status, List<ReportData.Epoch> epochs, List<GradientNorm> gradients) {
    static Course of(RunResult result) {
      return new Course(result.status(), ReportData.epochs(result.history()), result.gradients());
    }
  }

  private void compare(ReportData.Run run, Course before, Course now, Environment here) {
    List<ReportData.Epoch> again = now.epochs();
    if (before.status() != now.status()) {
      checkList.add(
          false, title(run), "%s in the report, %s now".formatted(before.status(), now.status()));
      return;
    }
    if (before.equals(now)) {
      String epochs = again.size() == 1 ? "1 epoch" : again.size() + " epochs";
      checkList.add(true, title(run), epochs + ", the same to the bit");
    } else if (here.equals(data.environments().get(run.environment()))) {
      checkList.add(
          false, title(run), "differs, though machine and versions are those of the report");
    } else {
      Tolerance.check(title(run), before.epochs(), again, checkList);
    }
  }

  /** What is done with a store. */
  private interface Work {
    void with(RunStore store);
  }

  private void inStore(Work work) {
    if (options.store().isPresent()) {
      work.with(RunStore.in(options.store().get()));
      return;
    }
    try {
      Path folder = Files.createTempDirectory("skipjack-verify");
      try {
        work.with(RunStore.in(folder));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
