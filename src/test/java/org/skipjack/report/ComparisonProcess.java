package org.skipjack.report;

import java.nio.file.Path;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Small;

/** A process that compares and writes a report, so that it can be killed. */
final class ComparisonProcess {
  private ComparisonProcess() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    ComparisonResult result = Small.comparison(folder).epochs(8).seeds(4).run();
    Report.of(result).save(folder.resolve("report.html"));
  }
}
