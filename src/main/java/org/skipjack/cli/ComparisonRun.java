package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.store.PlanList;
import org.skipjack.experiment.store.RunStore;
import org.skipjack.report.Report;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command that compares nets does: carries the comparison out, tells how far it is, and
 * leaves a report.
 *
 * @param spec the command
 * @param folder where runs, report and figures go
 * @param page the name of the report's file
 */
record ComparisonRun(CommandSpec spec, Path folder, String page) {

  /** Writes the plan, and says what it is; runs nothing. */
  int register(Comparison comparison) {
    Path file = comparison.register();
    ExperimentPlan plan = comparison.plan();
    PlanHistory history = PlanList.of(RunStore.in(folder)).history(plan).orElseThrow();
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(Locale.ROOT, "%splan      SHA-256 %s%n", plan, plan.digest());
    printer.println(
        history
            .words(plan)
            .orElse(
                "It is not fixed beforehand: results of its nets were there when it was written."));
    printer.printf(Locale.ROOT, "See %s%n", file);
    printer.flush();
    return 0;
  }

  /**
   * Registers a comparison that is of a plan.
   *
   * @throws IllegalArgumentException if it is of another
   */
  void requirePlan(Path file, Comparison comparison) {
    ExperimentPlan there = PlanList.readPlan(file);
    ExperimentPlan here = comparison.plan();
    if (!there.digest().equals(here.digest())) {
      throw new IllegalArgumentException(
          "%s is another plan than this comparison has.%n%nthere, SHA-256 %s%n%s%nhere, SHA-256 %s%n%s%nFix: the arguments that the plan was written with, or no --plan"
              .formatted(file, there.digest(), there, here.digest(), here));
    }
    var unusedFile = comparison.in(folder).register();
  }

  /**
   * Runs as much of a comparison as is not there yet.
   *
   * @return the exit code: 130 if it was interrupted
   */
  int run(Comparison comparison) {
    ComparisonResult result =
        comparison.in(folder).watch(new CompareProgress(System.err, Main.onTerminal())).run();
    if (!result.complete()) {
      System.err.printf(
          Locale.ROOT, "%nstopped; the same command goes on with what is in %s%n", folder);
      return 130;
    }
    Report report = Report.of(result);
    report.saveFigures(folder);
    report.save(folder.resolve(page));
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(Locale.ROOT, "%s%nSee %s%n", result, folder.resolve(page));
    printer.flush();
    return 0;
  }
}
