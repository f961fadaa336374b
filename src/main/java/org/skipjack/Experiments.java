package org.skipjack;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.Budget;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.StoppingRule;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.store.RunStore;
import org.skipjack.experiment.sweep.Axis;
import org.skipjack.experiment.sweep.Papers;
import org.skipjack.experiment.sweep.Sweep;
import org.skipjack.experiment.sweep.SweepPart;
import org.skipjack.experiment.sweep.SweepPoint;
import org.skipjack.net.ActivationOrder;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.net.Shortcut;
import org.skipjack.plot.Chart;
import org.skipjack.plot.DegradationChart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.report.Report;
import org.skipjack.train.Run;
import org.skipjack.train.Training;

/** The words of experiments; {@code import static org.skipjack.Skipjack.*} has them too. */
public abstract sealed class Experiments extends Language permits Skipjack {
  Experiments() {}

  /**
   * What the training of a net would cost, parameters, multiply-accumulates, memory, and time by a
   * probe of a few batches; and which smaller experiment is known to show the same. By the default
   * recipe: {@link #budget(Training)} takes others.
   */
  public static Budget budget(Net net, DataSplit data, int epochs) {
    return budget(Training.of(net).on(data).epochs(epochs));
  }

  /** What a training would cost: {@code budget(train(net).on(data).recipe(heRecipe()))}. */
  public static Budget budget(Training training) {
    return Budget.of(training);
  }

  /**
   * A comparison of nets, paired by seed: {@code compare(a,
   * b).on(shapes()).epochs(8).seeds(5).run()} says what may be concluded.
   */
  public static Comparison.Subject compare(Net... nets) {
    return Comparison.of(nets);
  }

  /** A comparison of nets under names of your own, or with recipes of their own. */
  public static Comparison.Subject compare(Variant... variants) {
    return Comparison.of(variants);
  }

  /** A net to compare, under a name. */
  public static Variant variant(String name, Net net) {
    return Variant.of(name, net);
  }

  /**
   * The rule for {@link Comparison#until}: seeds are added until the difference is told from none,
   * at least {@code fewest} and at most {@code most}; see {@link StoppingRule}.
   */
  public static StoppingRule decided(int fewest, int most) {
    return StoppingRule.of(fewest, most);
  }

  /**
   * The training error of an arm, to claim something of: {@code trainingError("a").above("b")}, or
   * {@code trainingError("a").within(0.5).of("b")} for errors that are equal but for half a point.
   */
  public static Claim.Side trainingError(String arm) {
    return new Claim.Side(Metric.TRAINING_ERROR, arm);
  }

  /** The test error of an arm, to claim something of: {@code testError("a").above("b")}. */
  public static Claim.Side testError(String arm) {
    return new Claim.Side(Metric.TEST_ERROR, arm);
  }

  /**
   * The report of a comparison, one HTML file: {@code report(result).save(Path.of("report.html"))}.
   */
  public static Report report(ComparisonResult result) {
    return Report.of(result);
  }

  /**
   * Errors of a comparison by epoch: the mean over seeds, and a band from lowest to highest; of the
   * first eight nets.
   */
  public static Chart chart(ComparisonResult result) {
    return ErrorChart.of(result).chart();
  }

  /**
   * Errors of the last epoch by depth, the degradation figure, with what is published of the same
   * nets.
   *
   * @throws IllegalArgumentException if the comparison has no nets of different depths
   */
  public static Chart depthChart(ComparisonResult result) {
    return Report.byDepth(result)
        .map(DegradationChart::chart)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no nets of different depths to draw.%nFix: sweep(plainAndResidual(), depth(8, 20))"
                        .formatted(result.plan().title())));
  }

  /**
   * The runs so far, those below the folder {@code runs}: {@code runs().table()}, {@code
   * runs().find("resnet20")}, {@code runs().table().by(Metric.TEST_ERROR)}.
   */
  public static RunStore runs() {
    return runs(Run.RUNS);
  }

  /** The store of runs in a folder. */
  public static RunStore runs(Path folder) {
    return RunStore.in(folder);
  }

  /**
   * A comparison over every combination of some axes: {@code sweep(depth(20, 56),
   * shortcut(zeroPad(), projectionWhereNeeded()), seeds(5)).on(cifar10()).run()}.
   */
  public static Sweep sweep(SweepPart... parts) {
    return Sweep.of(parts);
  }

  /**
   * A table of a paper as a sweep: {@code "he2015-table6"}, {@code "he2016-table1"} or {@code
   * "he2016-table2"}, at its own depths or at others; see {@link Papers}.
   */
  public static Sweep paper(String table, int... depths) {
    return Papers.named(table, depths);
  }

  /** So many seeds of every combination of a sweep. */
  public static SweepPart.SeedCount seeds(int count) {
    return new SweepPart.SeedCount(count);
  }

  /** See {@link Axis#depth}. */
  public static Axis depth(int... depths) {
    return Axis.depth(depths);
  }

  /** See {@link Axis#plainAndResidual}. */
  public static Axis plainAndResidual() {
    return Axis.plainAndResidual();
  }

  /** See {@link Axis#shortcut}. */
  public static Axis shortcut(Shortcut... shortcuts) {
    return Axis.shortcut(shortcuts);
  }

  /** See {@link Axis#order}. */
  public static Axis order(ActivationOrder... orders) {
    return Axis.order(orders);
  }

  /** See {@link Axis#options}. */
  public static Axis options(String name, Option.FamilyOption... options) {
    return Axis.options(name, options);
  }

  /** See {@link Axis#learningRate}. */
  public static Axis learningRate(double... rates) {
    return Axis.learningRate(rates);
  }

  /** See {@link Axis#batchSize}. */
  public static Axis batchSize(int... sizes) {
    return Axis.batchSize(sizes);
  }

  /** See {@link Axis#value}. */
  public static Axis.Value value(String label, UnaryOperator<SweepPoint> change) {
    return Axis.value(label, change);
  }

  /** An axis of values of your own; {@link #value} makes them. */
  public static Axis axis(String name, Axis.Value... values) {
    return Axis.of(name, values);
  }
}
