package org.skipjack.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.store.PlanList;
import org.skipjack.experiment.store.RunStore;

/**
 * Holds what a report says of the order of its plans against itself, and against the list of plans
 * where that lies beside it.
 */
record PlanListCheck(ReportData data, CheckList checkList) {
  private static final String WHAT = "order of plans";

  void check(Path report) {
    PlanHistory said = data.history();
    Path folder = report.toAbsolutePath().getParent();
    if (folder != null && Files.exists(folder.resolve(PlanList.FILE))) {
      Optional<PlanHistory> found = PlanList.of(RunStore.in(folder)).history(data.plan());
      boolean same = found.map(said::equals).orElse(false);
      checkList.add(
          same,
          WHAT,
          same
              ? "as the list of plans beside the report has it"
              : found.isPresent()
                  ? "not as the list of plans beside the report has it"
                  : "the list of plans beside the report has no such plan");
    } else if (said.isBeforehand()) {
      checkList.note(
          "that the plan came before its runs is told by "
              + PlanList.FILE
              + " alone, which does not lie beside the report");
    }
  }
}
