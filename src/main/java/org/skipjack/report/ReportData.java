package org.skipjack.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.store.Environment;
import org.skipjack.experiment.store.GradientNorm;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.train.history.History;

/**
 * All that a report is made from, as its JSON holds it.
 *
 * @param format what this is, and of which version
 * @param plan what was asked
 * @param seeds how many seeds there may be results of
 * @param history what the list of plans of its store tells
 * @param environments where runs were made, each once
 * @param runs arm by arm, seed by seed
 */
record ReportData(
    String format,
    ExperimentPlan plan,
    int seeds,
    PlanHistory history,
    List<Environment> environments,
    List<Run> runs) {
  static final String FORMAT = "skipjack-report/5";

  /** A run; its environment is a place in the list. */
  record Run(
      String arm,
      long seed,
      RunResult.Status status,
      int environment,
      List<Epoch> epochs,
      List<GradientNorm> gradients) {
    /** For example {@code "resnet20, seed 3"}. */
    String title() {
      return String.format(Locale.ROOT, "%s, seed %d", arm, seed);
    }

    History history() {
      return new History(epochs.stream().map(Epoch::toHistory).toList());
    }
  }

  /** An epoch without its times. */
  record Epoch(
      int epoch,
      double learningRate,
      History.Score training,
      Optional<History.Score> validation,
      History.Score test) {

    static Epoch of(History.Epoch epoch) {
      return new Epoch(
          epoch.epoch(), epoch.learningRate(), epoch.training(), epoch.validation(), epoch.test());
    }

    private History.Epoch toHistory() {
      return new History.Epoch(
          epoch, learningRate, training, validation, test, new History.Timing(0, 0, 0, 0));
    }
  }

  static ReportData of(ComparisonResult result) {
    List<Environment> environments = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    for (ArmResult arm : result.arms()) {
      arm.runs()
          .forEach(
              (seed, run) -> {
                if (!environments.contains(run.environment())) {
                  environments.add(run.environment());
                }
                runs.add(
                    new Run(
                        arm.name(),
                        seed,
                        run.status(),
                        environments.indexOf(run.environment()),
                        epochs(run.history()),
                        run.gradients()));
              });
    }
    return new ReportData(
        FORMAT, result.plan(), result.seeds(), result.history(), environments, runs);
  }

  static List<Epoch> epochs(History history) {
    return history.epochs().stream().map(Epoch::of).toList();
  }

  /** What may be concluded, from the runs alone. */
  ComparisonResult result() {
    Map<String, Map<Long, RunResult>> byArm = new LinkedHashMap<>();
    for (Run run : runs) {
      byArm
          .computeIfAbsent(run.arm(), arm -> new LinkedHashMap<>())
          .put(
              run.seed(),
              new RunResult(
                  run.status(),
                  run.history(),
                  run.gradients(),
                  environments.get(run.environment())));
    }
    return ComparisonResult.of(plan, seeds, byArm, history);
  }
}
