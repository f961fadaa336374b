package org.skipjack.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.experiment.runner.ExperimentListener;

/**
 * What became of a report that was checked.
 *
 * <p>First the page is made again from its own data: whoever changed a figure by hand is found out
 * here. Then what its plan says is held against what the program knows: names of nets, published
 * errors, levels, the length of runs. Then its runs are made again, all of them or the first epoch
 * of one seed of each net, and compared: to the bit where they were made, within a stated tolerance
 * elsewhere. What nothing of this can tell, such as words of the author, is named as not checked.
 *
 * @param lines what was checked, and whether it held
 * @param outcome what they come to
 * @param sentence the same in words
 */
public record ReportVerification(List<String> lines, Outcome outcome, String sentence) {
  /** Copies the list. */
  public ReportVerification {
    lines = List.copyOf(lines);
  }

  /** What a verification comes to. */
  public enum Outcome {
    /** All that can be checked is so, and each conclusion came out again. */
    HOLDS,

    /**
     * Nothing is shown to be wrong, but a conclusion did not come out again: it lies so near its
     * threshold that what machines differ by decides it.
     */
    UNCONFIRMED,

    /** Something is not as the report says. */
    FAILS,

    /** It was interrupted, so it says nothing. */
    STOPPED
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
   * Checks a report. An interrupt of the thread stops it, and stays set.
   *
   * @throws IllegalArgumentException if the file is no report
   * @throws org.skipjack.data.DatasetException if its data cannot be had here
   */
  public static ReportVerification of(Path file, Options options) {
    ReportFile report = ReportFile.read(file);
    CheckList checkList = new CheckList();
    report.check(checkList);
    new PlanCheck(report.data(), checkList).check();
    new PlanListCheck(report.data(), checkList).check(file);
    boolean whole = true;
    if (Thread.currentThread().isInterrupted()) {
      whole = false;
    } else if (checkList.passed()) {
      whole = new RunReplication(report.data(), options, checkList).run();
    } else {
      checkList.note("the page alone says that it does not hold, so nothing was run again");
    }
    return of(checkList, whole, options.quick());
  }

  static ReportVerification of(CheckList checkList, boolean whole, boolean quick) {
    Outcome outcome =
        !checkList.passed()
            ? Outcome.FAILS
            : !whole
                ? Outcome.STOPPED
                : checkList.unconfirmed() > 0 ? Outcome.UNCONFIRMED : Outcome.HOLDS;
    return new ReportVerification(checkList.lines(), outcome, sentence(outcome, checkList, quick));
  }

  private static String sentence(Outcome outcome, CheckList checkList, boolean quick) {
    String unchecked =
        checkList.unchecked().isEmpty()
            ? ""
            : " Not checked: %s.".formatted(String.join(", ", checkList.unchecked()));
    return switch (outcome) {
      case FAILS -> "The report does not hold.";
      case STOPPED -> "Stopped: nothing is said of the report.";
      case UNCONFIRMED ->
          String.format(
                  Locale.ROOT,
                  "Its runs are within what machines differ by, but %d of its conclusions did not come out again: take them as undecided.",
                  checkList.unconfirmed())
              + unchecked;
      case HOLDS ->
          (quick
                  ? "What was looked at is so: the page, and the first epoch of one seed of each net. Later epochs, other seeds and conclusions were not."
                  : "The report holds.")
              + unchecked;
    };
  }

  /** Whether all that was looked at is so. */
  public boolean held() {
    return outcome == Outcome.HOLDS;
  }
}
