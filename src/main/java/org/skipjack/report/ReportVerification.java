package org.skipjack.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.experiment.runner.ExperimentListener;

/**
 * What became of a report that was checked.
 *
 * <p>First the page is made again from its own data: whoever changed a figure by hand is found out
 * here. Then its runs are made again, all of them or the first epoch of one seed of each net, and
 * compared: to the bit where they were made, within a stated tolerance elsewhere.
 *
 * @param lines what was checked, and whether it held
 * @param held whether all of it did
 */
public record ReportVerification(List<String> lines, boolean held) {
  /** Copies the list. */
  public ReportVerification {
    lines = List.copyOf(lines);
  }

  /**
   * How to check.
   *
   * @param quick whether to repeat only the first epoch of one seed of each net
   * @param store where repeated runs are kept, so that a verification can be resumed; a folder that
   *     is removed afterwards if it is not given
   * @param data what the runs are made on; got again by its name if it is not given
   * @param watch what watches the runs
   */
  public record Options(
      boolean quick, Optional<Path> store, Optional<DataProvider> data, ExperimentListener watch) {}

  /**
   * Checks a report.
   *
   * @throws IllegalArgumentException if the file is no report
   * @throws org.skipjack.data.DatasetException if its data cannot be had here
   */
  public static ReportVerification of(Path file, Options options) {
    ReportFile report = ReportFile.read(file);
    CheckList checkList = new CheckList();
    report.check(checkList);
    if (checkList.held()) {
      new RunReplication(report.data(), options, checkList).run();
    } else {
      checkList.note("the page is not what its own data says, so nothing was run again");
    }
    return new ReportVerification(checkList.lines(), checkList.held());
  }
}
