package org.skipjack.report;

import java.util.List;
import java.util.Optional;
import org.skipjack.experiment.ArmResult;
import org.skipjack.experiment.Figures;
import org.skipjack.experiment.Metric;
import org.skipjack.experiment.statistics.PairedTest;
import org.skipjack.experiment.statistics.Sample;
import org.skipjack.train.History;

/**
 * What a run that is repeated elsewhere may come to: anything that another seed might have come to
 * there.
 *
 * @param training errors of the reported seeds in the epoch that is compared
 * @param test errors of the same
 */
record Tolerance(Optional<Sample> training, Optional<Sample> test) {
  private static final double LEVEL = 0.99;

  /** A hundredth is little beside what another order of summation does to a training. */
  private static final double LEAST = 0.01;

  static Tolerance of(ArmResult arm, int epoch) {
    return new Tolerance(
        sample(arm, epoch, Metric.TRAINING_ERROR), sample(arm, epoch, Metric.TEST_ERROR));
  }

  private static Optional<Sample> sample(ArmResult arm, int epoch, Metric metric) {
    List<Double> values =
        arm.histories().stream()
            .filter(history -> history.epochs().size() >= epoch)
            .map(history -> metric.of(history.epochs().get(epoch - 1)))
            .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(new Sample(values));
  }

  void check(String title, List<ReportData.Epoch> again, Checks checks) {
    if (again.isEmpty()) {
      checks.add(false, title, "has no epoch now");
      return;
    }
    ReportData.Epoch last = again.get(again.size() - 1);
    check(title + ", training error", training, last.training(), checks);
    check(title + ", test error", test, last.test(), checks);
  }

  private static void check(
      String title, Optional<Sample> seeds, History.Score score, Checks checks) {
    if (seeds.isEmpty() || seeds.get().size() == 1) {
      checks.note(title + ": made elsewhere, and one seed tells no tolerance");
      return;
    }
    double mean = seeds.get().mean();
    double reach = reach(seeds.get());
    checks.add(
        Math.abs(score.error() - mean) <= reach,
        title,
        "made elsewhere: %s, within %s points of %s expected"
            .formatted(
                Figures.percent(score.error()),
                Figures.points(reach).substring(1),
                Figures.percent(mean)));
  }

  /** Half of the prediction interval of one more seed. */
  private static double reach(Sample seeds) {
    if (seeds.isConstant()) {
      return LEAST;
    }
    double ofMean = PairedTest.of(seeds, LEVEL).interval().halfWidth();
    return Math.max(LEAST, ofMean * Math.sqrt(seeds.size() + 1.0));
  }
}
