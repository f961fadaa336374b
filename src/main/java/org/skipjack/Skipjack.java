package org.skipjack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.skipjack.data.DataSplit;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.catalog.DataLocator;
import org.skipjack.experiment.ArmResult;
import org.skipjack.experiment.Claim;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Decided;
import org.skipjack.experiment.Metric;
import org.skipjack.experiment.RunStore;
import org.skipjack.experiment.Variant;
import org.skipjack.net.ActivationOrder;
import org.skipjack.net.BlockKind;
import org.skipjack.net.Blocks;
import org.skipjack.net.Families;
import org.skipjack.net.Initialisation;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.net.Shortcut;
import org.skipjack.net.StridePlacement;
import org.skipjack.plot.Chart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.report.Report;
import org.skipjack.train.Recipe;
import org.skipjack.train.Run;
import org.skipjack.train.Training;

/**
 * The words of the language in one import.
 *
 * <pre>{@code
 * import static org.skipjack.Skipjack.*;
 *
 * chart(train(plain(20)).on(shapes()).epochs(8).run(), train(resnet(20)).on(shapes()).epochs(8).run())
 *     .save(Path.of("plain-against-residual.png"));
 * }</pre>
 */
public final class Skipjack {
  private Skipjack() {}

  /** The net without layers, where every description starts. */
  public static Net net() {
    return Net.net();
  }

  /** The residual CIFAR net of a depth; see {@link Families#resnet}. */
  public static Net resnet(int depth, Option.FamilyOption... options) {
    return Families.resnet(depth, options);
  }

  /** The plain CIFAR net of a depth; see {@link Families#plain}. */
  public static Net plain(int depth, Option.FamilyOption... options) {
    return Families.plain(depth, options);
  }

  /** The pre-activation CIFAR net of a depth; see {@link Families#preActResnet}. */
  public static Net preActResnet(int depth, Option.FamilyOption... options) {
    return Families.preActResnet(depth, options);
  }

  /** The wide residual net WRN-depth-k; see {@link Families#wideResnet}. */
  public static Net wideResnet(int depth, int k, Option.FamilyOption... options) {
    return Families.wideResnet(depth, k, options);
  }

  /** The residual ImageNet net of a depth; see {@link Families#imagenetResnet}. */
  public static Net imagenetResnet(int depth, Option.FamilyOption... options) {
    return Families.imagenetResnet(depth, options);
  }

  /** The plain ImageNet net of a depth; see {@link Families#imagenetPlain}. */
  public static Net imagenetPlain(int depth, Option.FamilyOption... options) {
    return Families.imagenetPlain(depth, options);
  }

  /** See {@link Blocks#basicBlock}. */
  public static UnaryOperator<Net> basicBlock(int filters, Option.BlockOption... options) {
    return Blocks.basicBlock(filters, options);
  }

  /** See {@link Blocks#bottleneck}. */
  public static UnaryOperator<Net> bottleneck(int filters, Option.BlockOption... options) {
    return Blocks.bottleneck(filters, options);
  }

  /** See {@link Blocks#preActivation}. */
  public static UnaryOperator<Net> preActivation(int filters, Option.BlockOption... options) {
    return Blocks.preActivation(filters, options);
  }

  /** See {@link Option#kernelSize}. */
  public static Option.KernelSize kernelSize(int value) {
    return Option.kernelSize(value);
  }

  /** See {@link Option#stride}. */
  public static Option.Stride stride(int value) {
    return Option.stride(value);
  }

  /** See {@link Option#padding}. */
  public static Option.Padding padding(int value) {
    return Option.padding(value);
  }

  /** See {@link Option#bias}. */
  public static Option.Bias bias() {
    return Option.bias();
  }

  /** See {@link Option#width}. */
  public static Option.Width width(int value) {
    return Option.width(value);
  }

  /** See {@link Option#classes}. */
  public static Option.Classes classes(int value) {
    return Option.classes(value);
  }

  /** See {@link Option#identity}. */
  public static Shortcut identity() {
    return Option.identity();
  }

  /** See {@link Option#zeroPad}. */
  public static Shortcut zeroPad() {
    return Option.zeroPad();
  }

  /** See {@link Option#projection}. */
  public static Shortcut projection() {
    return Option.projection();
  }

  /** See {@link Option#projectionWhereNeeded}. */
  public static Shortcut projectionWhereNeeded() {
    return Option.projectionWhereNeeded();
  }

  /** See {@link Option#dilation}. */
  public static Option.Dilation dilation(int value) {
    return Option.dilation(value);
  }

  /** See {@link Option#groups}. */
  public static Option.Groups groups(int value) {
    return Option.groups(value);
  }

  /** See {@link Option#zeroGamma}. */
  public static Option.ZeroGamma zeroGamma() {
    return Option.zeroGamma();
  }

  /** See {@link Option#squeezeExcitation}. */
  public static Option.SqueezeExcitation squeezeExcitation(int reduction) {
    return Option.squeezeExcitation(reduction);
  }

  /** See {@link Option#stochasticDepth}. */
  public static Option.StochasticDepth stochasticDepth(double survival) {
    return Option.stochasticDepth(survival);
  }

  /** See {@link Option#heNormal}. */
  public static Initialisation heNormal() {
    return Option.heNormal();
  }

  /** See {@link Option#heNormalFanOut}. */
  public static Initialisation heNormalFanOut() {
    return Option.heNormalFanOut();
  }

  /** See {@link Option#glorotNormal}. */
  public static Initialisation glorotNormal() {
    return Option.glorotNormal();
  }

  /** See {@link Option#glorotUniform}. */
  public static Initialisation glorotUniform() {
    return Option.glorotUniform();
  }

  /** See {@link Option#scaled(double)}. */
  public static Shortcut scaled(double factor) {
    return Option.scaled(factor);
  }

  /** See {@link Option#scaled(double, Shortcut)}. */
  public static Shortcut scaled(double factor, Shortcut shortcut) {
    return Option.scaled(factor, shortcut);
  }

  /** See {@link Option#exclusiveGate(double)}. */
  public static Shortcut exclusiveGate(double bias) {
    return Option.exclusiveGate(bias);
  }

  /** See {@link Option#exclusiveGate(double, Shortcut)}. */
  public static Shortcut exclusiveGate(double bias, Shortcut shortcut) {
    return Option.exclusiveGate(bias, shortcut);
  }

  /** See {@link Option#shortcutOnlyGate(double)}. */
  public static Shortcut shortcutOnlyGate(double bias) {
    return Option.shortcutOnlyGate(bias);
  }

  /** See {@link Option#shortcutOnlyGate(double, Shortcut)}. */
  public static Shortcut shortcutOnlyGate(double bias, Shortcut shortcut) {
    return Option.shortcutOnlyGate(bias, shortcut);
  }

  /** See {@link Option#droppedOut(double)}. */
  public static Shortcut droppedOut(double rate) {
    return Option.droppedOut(rate);
  }

  /** See {@link Option#droppedOut(double, Shortcut)}. */
  public static Shortcut droppedOut(double rate, Shortcut shortcut) {
    return Option.droppedOut(rate, shortcut);
  }

  /** See {@link Option#dropout}. */
  public static Option.Dropout dropout(double rate) {
    return Option.dropout(rate);
  }

  /** See {@link Option#basicBlocks}. */
  public static BlockKind basicBlocks() {
    return Option.basicBlocks();
  }

  /** See {@link Option#bottlenecks}. */
  public static BlockKind bottlenecks() {
    return Option.bottlenecks();
  }

  /** See {@link Option#strideIn1x1}. */
  public static StridePlacement strideIn1x1() {
    return Option.strideIn1x1();
  }

  /** See {@link Option#strideIn3x3}. */
  public static StridePlacement strideIn3x3() {
    return Option.strideIn3x3();
  }

  /** See {@link Option#originalOrder}. */
  public static ActivationOrder originalOrder() {
    return Option.originalOrder();
  }

  /** See {@link Option#batchNormAfterAddition}. */
  public static ActivationOrder batchNormAfterAddition() {
    return Option.batchNormAfterAddition();
  }

  /** See {@link Option#reluBeforeAddition}. */
  public static ActivationOrder reluBeforeAddition() {
    return Option.reluBeforeAddition();
  }

  /** See {@link Option#reluOnlyPreActivation}. */
  public static ActivationOrder reluOnlyPreActivation() {
    return Option.reluOnlyPreActivation();
  }

  /** See {@link Option#fullPreActivation}. */
  public static ActivationOrder fullPreActivation() {
    return Option.fullPreActivation();
  }

  /** 6,000 training and 1,000 test images of ten shapes, {@code [N, 3, 16, 16]}. */
  public static DataSplit shapes() {
    return data("shapes");
  }

  /**
   * CIFAR-10, {@code [N, 3, 32, 32]}, from the data folder.
   *
   * @throws org.skipjack.data.DatasetException if it is not there: the message says where to put it
   */
  public static DataSplit cifar10() {
    return data("cifar10");
  }

  /**
   * Data by its name or path, as {@code --data} takes it: {@code data("mnist")}, {@code
   * data("photos")} for a folder of images by class, {@code data("table.csv")}.
   *
   * @throws org.skipjack.data.DatasetException if it is not there or damaged
   */
  public static DataSplit data(String nameOrPath) {
    return DataLocator.ofProcess().read(nameOrPath);
  }

  /**
   * As {@link #data(String)}, with a choice of size and of test images.
   *
   * @throws org.skipjack.data.DatasetException if it is not there or damaged
   */
  public static DataSplit data(String nameOrPath, ReadOptions options) {
    return DataLocator.ofProcess().read(nameOrPath, options, System.err::println);
  }

  /** The training of a net; give it data with {@code on(…)} and carry it out with {@code run()}. */
  public static Training.Subject train(Net net) {
    return Training.of(net);
  }

  /** The recipe of He et al. 2015 for CIFAR-10; see {@link Recipe#he}. */
  public static Recipe heRecipe() {
    return Recipe.he();
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
   * at least {@code fewest} and at most {@code most}; see {@link Decided}.
   */
  public static Decided decided(int fewest, int most) {
    return Decided.of(fewest, most);
  }

  /** The training error of an arm, to claim something of: {@code trainingError("a").above("b")}. */
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

  /** Errors of a comparison by epoch: the mean over seeds, and a band from lowest to highest. */
  public static Chart chart(ComparisonResult result) {
    List<ErrorChart.Series> series = new ArrayList<>();
    for (ArmResult arm : result.arms()) {
      arm.histories().forEach(history -> series.add(new ErrorChart.Series(arm.name(), history)));
    }
    return ErrorChart.of(series).chart();
  }

  /** The store of runs in a folder: {@code runs(folder).table().find("resnet20")}. */
  public static RunStore runs(Path folder) {
    return RunStore.in(folder);
  }

  /** Training error, dashed, and test error, solid, of some runs by epoch; one colour a run. */
  public static Chart chart(Run... runs) {
    List<ErrorChart.Series> series =
        Arrays.stream(runs)
            .map(run -> new ErrorChart.Series(name(run, runs), run.history()))
            .toList();
    return ErrorChart.of(series).chart();
  }

  /** A number, and what tells a plain net from a residual one. */
  private static String name(Run run, Run... runs) {
    boolean plain = run.training().net().equals(run.training().net().plain());
    return (Arrays.asList(runs).indexOf(run) + 1) + (plain ? " plain" : " residual");
  }
}
