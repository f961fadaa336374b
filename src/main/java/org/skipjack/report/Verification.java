package org.skipjack.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.skipjack.experiment.DataSupply;
import org.skipjack.experiment.Watch;

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
public record Verification(List<String> lines, boolean held) {
  /** Copies the list. */
  public Verification {
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
      boolean quick, Optional<Path> store, Optional<DataSupply> data, Watch watch) {}

  /**
   * Checks a report.
   *
   * @throws IllegalArgumentException if the file is no report
   * @throws org.skipjack.data.DatasetException if its data cannot be had here
   */
  public static Verification of(Path file, Options options) {
    ReportFile report = ReportFile.read(file);
    Checks checks = new Checks();
    report.check(checks);
    if (checks.held()) {
      new Repetition(report.data(), options, checks).run();
    } else {
      checks.note("the page is not what its own data says, so nothing was run again");
    }
    return new Verification(checks.lines(), checks.held());
  }
}
