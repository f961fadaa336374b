package org.skipjack.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.store.GradientNorm;
import org.skipjack.train.history.History;

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
  /** Of one run of one seed and its repetition, in shares. */
  private static final double DEVIATION = 0.023;

  /** Each limit is so many standard deviations of what it limits. */
  private static final double DEVIATIONS = 4;

  /** An epoch on the way is less steady than the last, whose learning rate is low. */
  private static final double OF_EPOCH = 0.35;

  /** The factor that the norm of a gradient is off by, over all of a run in the geometric mean. */
  private static final double OF_GRADIENTS = 1.5;

  private Tolerance() {}

  /** Compares all that a page shows of a run with the reported one. */
  static void check(ReportData.Run before, ReportData.Run now, CheckList checkList) {
    if (before.epochs().size() != now.epochs().size()) {
      checkList.add(
          false,
          before.title(),
          String.format(
              Locale.ROOT,
              "%d epochs in the report, %d now",
              before.epochs().size(),
              now.epochs().size()));
      return;
    }
    errors("training error", before, now, one -> Optional.of(one.training()), checkList);
    errors("validation error", before, now, ReportData.Epoch::validation, checkList);
    errors("test error", before, now, one -> Optional.of(one.test()), checkList);
    gradients(before, now, checkList);
    rates(before, now, checkList);
  }

  /** A schedule that goes by the error may give another rate, but none that it does not have. */
  private static void rates(ReportData.Run before, ReportData.Run now, CheckList checkList) {
    if (!rates(now).containsAll(rates(before))) {
      checkList.add(
          false,
          before.title() + ", learning rate",
          "%s in the report, %s now".formatted(rates(before), rates(now)));
    }
  }

  private static Set<Double> rates(ReportData.Run run) {
    return run.epochs().stream()
        .map(ReportData.Epoch::learningRate)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The last epoch, the lowest, all on average, and each by itself. */
  private static void errors(
      String what,
      ReportData.Run before,
      ReportData.Run now,
      Function<ReportData.Epoch, Optional<History.Score>> score,
      CheckList checkList) {
    double[] then = errors(before, score);
    double[] here = errors(now, score);
    if (then.length == 0 && here.length == 0) {
      return;
    }
    if (then.length != here.length) {
      checkList.add(false, before.title() + ", " + what, "not of the same epochs");
      return;
    }
    double[] apart =
        IntStream.range(0, then.length).mapToDouble(i -> Math.abs(here[i] - then[i])).toArray();
    double lowest =
        Math.abs(
            IntStream.range(0, then.length).mapToDouble(i -> here[i]).min().orElseThrow()
                - IntStream.range(0, then.length).mapToDouble(i -> then[i]).min().orElseThrow());
    double last = apart[apart.length - 1];
    boolean near =
        last <= ofRun()
            && lowest <= ofRun()
            && IntStream.range(0, apart.length).mapToDouble(i -> apart[i]).average().orElseThrow()
                <= ofRun()
            && IntStream.range(0, apart.length).allMatch(i -> apart[i] <= OF_EPOCH);
    checkList.add(
        near,
        before.title() + ", " + what,
        "made elsewhere: %s now, %s in the report; %s points apart, at most %s expected%s"
            .formatted(
                FigureFormat.percent(here[here.length - 1]),
                FigureFormat.percent(then[then.length - 1]),
                unsigned(last),
                unsigned(ofRun()),
                near || last > ofRun() ? "" : "; other epochs are further apart"));
  }

  private static double[] errors(
      ReportData.Run run, Function<ReportData.Epoch, Optional<History.Score>> score) {
    return run.epochs().stream()
        .flatMap(one -> score.apply(one).stream())
        .mapToDouble(History.Score::error)
        .toArray();
  }

  private static void gradients(ReportData.Run before, ReportData.Run now, CheckList checkList) {
    boolean same = iterations(before).equals(iterations(now));
    double sum = 0;
    for (int i = 0; same && i < before.gradients().size(); i++) {
      sum += Math.log(now.gradients().get(i).norm() / before.gradients().get(i).norm());
    }
    double factor = Math.exp(Math.abs(sum / Math.max(1, before.gradients().size())));
    if (!(same && factor <= OF_GRADIENTS)) {
      checkList.add(
          false,
          before.title() + ", gradients",
          same
              ? String.format(
                  Locale.ROOT,
                  "%.2f times as large or small now, at most %s times expected",
                  factor,
                  OF_GRADIENTS)
              : "not of the same iterations");
    }
  }

  private static List<Long> iterations(ReportData.Run run) {
    return run.gradients().stream().map(GradientNorm::iteration).toList();
  }

  private static String unsigned(double share) {
    return FigureFormat.points(share).replaceFirst("^[+]", "");
  }

  private static double ofRun() {
    return DEVIATIONS * DEVIATION;
  }

  /** Whether the mean difference of two arms, over so many seeds, may have moved so far. */
  static boolean ofDifference(double moved, int seeds) {
    return Math.abs(moved) <= DEVIATIONS * DEVIATION * Math.sqrt(2.0 / seeds);
  }
}
