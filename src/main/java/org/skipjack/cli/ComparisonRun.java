package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.ComparisonResult;
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
