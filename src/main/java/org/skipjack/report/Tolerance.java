package org.skipjack.report;

import java.util.List;
import java.util.Locale;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.plan.Metric;

/**
 * How far a run that is repeated on another machine may come from the reported run of the same
 * seed.
 *
 * <p>The limits are constants, so that no report can widen them. They were measured: plain and
 * residual nets of 8 and 20 layers from four seeds each (width 4, 1,000 training and 500 test
 * images, four epochs), each on 1, 2 and 3 threads. The last errors of one seed came up to 7.2
 * points apart, with a standard deviation of 2.3 points.
 */
final class Tolerance {
  /** Four standard deviations of one run. */
  private static final double OF_RUN = 0.10;

  /** That of the mean of several runs is this over the root of their number. */
  private static final double OF_MEAN = 0.08;

  private Tolerance() {}

  /** Compares a run with the reported one: the last epoch, and all epochs on average. */
  static void check(
      String title,
      List<ReportData.Epoch> before,
      List<ReportData.Epoch> now,
      CheckList checkList) {
    if (before.isEmpty() || before.size() != now.size()) {
      checkList.add(
          false,
          title,
          String.format(Locale.ROOT, "%d epochs in the report, %d now", before.size(), now.size()));
      return;
    }
    for (Metric metric : Metric.values()) {
      double last = 0;
      double sum = 0;
      for (int i = 0; i < before.size(); i++) {
        last = Math.abs(error(now.get(i), metric) - error(before.get(i), metric));
        sum += last;
      }
      boolean near = last <= OF_RUN && sum / before.size() <= OF_RUN;
      checkList.add(
          near,
          title + ", " + metric,
          "made elsewhere: %s now, %s in the report; %s points apart, at most %s expected"
              .formatted(
                  FigureFormat.percent(error(now.get(now.size() - 1), metric)),
                  FigureFormat.percent(error(before.get(before.size() - 1), metric)),
                  FigureFormat.points(last).replaceFirst("^[+]", ""),
                  FigureFormat.points(OF_RUN).substring(1)));
    }
  }

  /** Whether the mean of so many runs may have moved so far. */
  static boolean ofMean(double moved, int runs) {
    return Math.abs(moved) <= OF_MEAN / Math.sqrt(runs);
  }

  private static double error(ReportData.Epoch epoch, Metric metric) {
    return metric == Metric.TRAINING_ERROR ? epoch.training().error() : epoch.test().error();
  }
}
