package org.skipjack.report;

import java.nio.file.Path;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.train.TrainingListener;

/**
 * A process that compares and writes a report, and says how far it is, so that it can be killed.
 */
final class ComparisonProcess {
  static final String STEPPED = "stepped";
  static final String COMPARED = "compared";

  private ComparisonProcess() {}

  /** Eight runs, of 40 updates each, or what is left of them in the folder. */
  public static void main(String[] arguments) {
    ExperimentListener telling =
        new ExperimentListener() {
          @Override
          public void stepped(Trial trial, TrainingListener.Progress progress) {
            System.out.println(STEPPED);
          }
        };
    Path folder = Path.of(arguments[0]);
    ComparisonResult result = Small.comparison(folder).epochs(8).seeds(4).watch(telling).run();
    System.out.println(COMPARED);
    Report.of(result).save(folder.resolve("report.html"));
  }
}
