package org.skipjack.report;

import java.util.Map;
import java.util.Objects;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.store.Environment;
import org.skipjack.experiment.store.RunResult;

/**
 * Holds repeated runs, and what they show, against a report: to the bit where they were made,
 * within a stated tolerance elsewhere.
 */
record RunComparison(ReportData data, CheckList checkList) {

  /**
   * All runs and all conclusions.
   *
   * @param again the repeated runs by the name of their arm and their seed
   */
  void check(Map<String, Map<Long, RunResult>> again) {
    for (ReportData.Run run : data.runs()) {
      RunResult result =
          Objects.requireNonNull(Objects.requireNonNull(again.get(run.arm())).get(run.seed()));
      check(
          run,
          new ReportData.Run(
              run.arm(),
              run.seed(),
              result.status(),
              run.environment(),
              ReportData.epochs(result.history()),
              result.gradients()),
          result.environment());
    }
    ComparisonResult now = ComparisonResult.of(data.plan(), data.seeds(), again, data.history());
    new Agreement(data.result(), now, checkList).check();
  }

  /** One run, which was repeated here. */
  void check(ReportData.Run before, ReportData.Run now, Environment here) {
    if (before.status() != now.status()) {
      checkList.add(
          false,
          before.title(),
          "%s in the report, %s now".formatted(before.status(), now.status()));
    } else if (before.equals(now)) {
      String epochs = now.epochs().size() == 1 ? "1 epoch" : now.epochs().size() + " epochs";
      checkList.add(true, before.title(), epochs + ", the same to the bit");
    } else if (here.equals(data.environments().get(before.environment()))) {
      checkList.add(
          false, before.title(), "differs, though machine and versions are those of the report");
    } else {
      Tolerance.check(before, now, checkList);
    }
  }
}
