package org.skipjack.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.skipjack.net.Option.ConvOption;
import org.skipjack.net.Option.DenseOption;
import org.skipjack.net.Option.DepthwiseOption;
import org.skipjack.net.Option.NormOption;
import org.skipjack.net.Option.PoolOption;

/**
 * A net as the user wrote it: a list of layers, each working on the output of the one before.
 *
 * <p>A net is a value. Every word returns a new net and leaves the old one as it was, so that nets
 * can share a prefix and a notebook cell can be run again:
 *
 * <pre>{@code
 * Net stem  = net().conv(16).batchNorm().relu();
 * Net small = stem.globalAvgPool().dense(10);
 * Net large = stem.residual(b -> b.conv(16).batchNorm()).relu().globalAvgPool().dense(10);
 * }</pre>
 *
 * <p>Shapes are worked out, and mistakes in them reported, when the net meets an input shape:
 * {@code Graph.of(net, Shape.image(3, 32, 32))}.
 *
 * @param layers the layers in order, first the one nearest to the input
 * @param silenced the notes that are left out, by name; see {@link #silence}
 * @param family the word of {@link Families} that made it, if one did and nothing was added since;
 *     nets that differ in this alone are equal
 */
public record Net(List<Layer> layers, Set<String> silenced, Optional<Family> family) {

  private static final Net EMPTY = new Net(List.of());

  /** A net without silenced notes. */
  public Net(List<Layer> layers) {
    this(layers, Set.of(), Optional.empty());
  }

  /**
   * Copies the list and the set.
   *
   * @throws IllegalArgumentException if two layers of one level have the same name
   */
  public Net {
    layers = List.copyOf(layers);
    silenced = Set.copyOf(silenced);
    NamedLayer.requireDifferentNames(layers);
  }

  /** The net without layers, where every description starts. */
  public static Net net() {
    return EMPTY;
  }

  /**
   * Reads a net from its text form, as {@link #toString()} writes it.
   *
   * @throws IllegalArgumentException if the text is not in the language: the message shows where
   */
  public static Net parse(String text) {
    return new NetParser(text).parse();
  }

  /**
   * A 2-D convolution (cross-correlation): {@code [N, C, H, W]} to {@code [N, filters, H', W']}
   * with {@code H' = floor((H + 2·padding − dilation·(kernelSize − 1) − 1) / stride) + 1}, and
   * likewise {@code W'}.
   *
   * <p>Weights are {@code [filters, C / groups, kernelSize, kernelSize]}, drawn as in He et al.
   * 2015 (arXiv:1502.01852, eq. 10) unless an {@link Initializer} is given. Without options: 3×3,
   * stride 1, padding that keeps the size, one group, no dilation, no bias.
   *
   * @param filters number of output channels; positive, a multiple of the groups
   */
  public Net conv(int filters, ConvOption... options) {
    Options given = Options.of("conv", options);
    return with(
        new Layer.Conv(
            filters,
            given.convWindow(),
            given.get(Option.Groups.class, Option.Groups::value, 1),
            given.has(Option.Bias.class),
            given.get(Initializer.class, Initializer.HE_NORMAL)));
  }

  /**
   * A 2-D convolution of each channel by a filter of its own: {@code [N, C, H, W]} to {@code [N, C,
   * H', W']} with extents and options as for {@link #conv}. Weights are {@code [C, 1, kernelSize,
   * kernelSize]}. With a 1×1 convolution behind it, it is a depthwise separable convolution
   * (Chollet 2017, arXiv:1610.02357).
   */
  public Net depthwiseConv(DepthwiseOption... options) {
    Options given = Options.of("depthwiseConv", options);
    return with(
        new Layer.DepthwiseConv(
            given.convWindow(),
            given.has(Option.Bias.class),
            given.get(Initializer.class, Initializer.HE_NORMAL)));
  }

  /**
   * Batch normalization (Ioffe and Szegedy 2015, arXiv:1502.03167): each channel is brought to mean
   * 0 and variance 1, then scaled by γ and shifted by β, both learned.
   *
   * <p>Training uses the statistics of the batch, evaluation their running averages.
   *
   * @param options {@code zeroGamma()}, with which γ starts at 0 and not at 1
   */
  public Net batchNorm(NormOption... options) {
    boolean zero = Options.of("batchNorm", options).has(Option.ZeroGamma.class);
    return with(new Layer.BatchNorm(zero ? 0 : 1));
  }

  /** The rectifier, max(x, 0), on each value. */
  public Net relu() {
    return with(new Layer.Relu());
  }

  /** {@link #leakyRelu(double)} with a slope of 0.01. */
  public Net leakyRelu() {
    return leakyRelu(0.01);
  }

  /**
   * The leaky rectifier (Maas et al. 2013) on each value: x where it is positive, {@code slope · x}
   * where it is not.
   *
   * @param slope between 0 and 1
   */
  public Net leakyRelu(double slope) {
    return with(new Layer.LeakyRelu(slope));
  }

  /** {@link #elu(double)} with an alpha of 1. */
  public Net elu() {
    return elu(1);
  }

  /**
   * The exponential linear unit (Clevert et al. 2016, arXiv:1511.07289, eq. 15) on each value: x
   * where it is positive, {@code alpha · (exp(x) − 1)} where it is not.
   *
   * @param alpha positive
   */
  public Net elu(double alpha) {
    return with(new Layer.Elu(alpha));
  }

  /**
   * The Gaussian error linear unit (Hendrycks and Gimpel 2016, arXiv:1606.08415) on each value:
   * {@code x · Φ(x) = x · (1 + erf(x / √2)) / 2}, not one of its approximations.
   */
  public Net gelu() {
    return with(new Layer.Gelu());
  }

  /** The softplus, ln(1 + exp(x)), on each value: a smooth rectifier (Dugas et al. 2001). */
  public Net softplus() {
    return with(new Layer.Softplus());
  }

  /**
   * Over the channels of an image's pixel, or over a vector: exp(x), divided by the sum of all
   * exp(x). A net that is trained ends without it, because the loss applies it.
   */
  public Net softmax() {
    return with(new Layer.Softmax());
  }

  /** Each value times a constant, as for F in He et al. 2016 (arXiv:1603.05027, §3.1). */
  public Net scale(double factor) {
    return with(new Layer.Scale(factor));
  }

  /** The logistic function, 1 / (1 + exp(−x)), on each value. */
  public Net sigmoid() {
    return with(new Layer.Sigmoid());
  }

  /** The hyperbolic tangent on each value. */
  public Net tanh() {
    return with(new Layer.Tanh());
  }

  /**
   * The largest value in each window: {@code [N, C, H, W]} to {@code [N, C, H', W']} as for {@link
   * #conv}. Without options: 2×2, stride equal to the kernel size, no padding.
   */
  public Net maxPool(PoolOption... options) {
    return with(new Layer.MaxPool(Options.of("maxPool", options).poolWindow()));
  }

  /** The mean of each window, padding not counted; options and shapes as for {@link #maxPool}. */
  public Net avgPool(PoolOption... options) {
    return with(new Layer.AvgPool(Options.of("avgPool", options).poolWindow()));
  }

  /** The mean of each channel: {@code [N, C, H, W]} to {@code [N, C]}. */
  public Net globalAvgPool() {
    return with(new Layer.GlobalAvgPool());
  }

  /** All axes but the first made one: {@code [N, C, H, W]} to {@code [N, C·H·W]}. */
  public Net flatten() {
    return with(new Layer.Flatten());
  }

  /**
   * A fully connected layer with bias: {@code [N, F]} to {@code [N, units]}; weights are {@code
   * [units, F]}, drawn as those of a convolution.
   *
   * @param units number of outputs; positive
   * @param options an {@link Initializer}
   */
  public Net dense(int units, DenseOption... options) {
    Options given = Options.of("dense", options);
    return with(new Layer.Dense(units, given.get(Initializer.class, Initializer.HE_NORMAL)));
  }

  /**
   * Dropout (Srivastava et al. 2014): in training each value becomes zero with probability {@code
   * rate}, the others are divided by {@code 1 − rate}; in evaluation nothing happens.
   *
   * @param rate from 0, included, to 1, not included
   */
  public Net dropout(double rate) {
    return with(new Layer.Dropout(rate));
  }

  /**
   * Stochastic depth (Huang et al. 2016, arXiv:1603.09382, eq. 2 and 5), the last word of a
   * residual block's F: in training F(x) is zero for a whole batch with probability {@code 1 −
   * survival}; in evaluation it is multiplied by {@code survival}.
   *
   * <p>Unlike the paper's, a block that does not survive is computed all the same, so that its
   * running statistics move with every batch and no time is saved.
   *
   * @param survival more than 0, at most 1
   */
  public Net stochasticDepth(double survival) {
    return with(new Layer.StochasticDepth(survival));
  }

  /**
   * Squeeze and excitation (Hu et al. 2018, arXiv:1709.01507, eq. 2 to 4): each channel times
   * {@code σ(W₂ · max(W₁ · z, 0))}, where z holds the mean of each channel; the shape stays. W₁ and
   * W₂ have biases; between them are {@code C / reduction} values, at least one.
   *
   * @param reduction positive; 16 in the paper
   * @param options an {@link Initializer}
   */
  public Net squeezeExcitation(int reduction, DenseOption... options) {
    Options given = Options.of("squeezeExcitation", options);
    return with(
        new Layer.SqueezeExcitation(
            reduction, given.get(Initializer.class, Initializer.HE_NORMAL)));
  }

  /**
   * A residual block, H(x) = F(x) + x (He et al. 2015, arXiv:1512.03385, eq. 1 and 2).
   *
   * <p>F is what {@code body} adds to an empty net. Where F keeps the shape the shortcut is the
   * identity, where it does not a 1×1 convolution with the matching stride. The block ends with the
   * addition: the relu of the paper's block is a {@code relu()} after it.
   */
  public Net residual(UnaryOperator<Net> body) {
    return residual(new Shortcut.Automatic(), body);
  }

  /** A residual block with a given shortcut; see {@link #residual(UnaryOperator)}. */
  public Net residual(Shortcut shortcut, UnaryOperator<Net> body) {
    return with(new Layer.Residual(shortcut, NetTransforms.body("residual", body)));
  }

  /**
   * A group of layers under one path, such as a stage. It computes what its layers compute:
   * grouping changes the names in a graph and nothing else of it, and so the first values, which
   * are drawn by name; with the same values a net predicts the same.
   */
  public Net block(UnaryOperator<Net> body) {
    return with(new Layer.Block(NetTransforms.body("block", body)));
  }

  /**
   * This net with {@code part} applied {@code times} times.
   *
   * @param times 0 or more
   * @throws IllegalArgumentException if that, with the repeats around it, is more than 100,000
   *     times or a million layers: nothing is made then
   */
  public Net repeat(int times, UnaryOperator<Net> part) {
    return Repetition.repeat(this, times, part);
  }

  /**
   * Gives the last layer or block a name, which stands in its path in place of its kind and number.
   *
   * @throws IllegalArgumentException if there is no layer yet
   */
  public Net named(String name) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no layer to name \"%s\" yet.%nFix: net().conv(64).named(\"%s\")"
              .formatted(name, name));
    }
    List<Layer> renamed = new ArrayList<>(layers);
    renamed.set(layers.size() - 1, new Layer.Named(name, layers.get(layers.size() - 1)));
    return new Net(renamed, silenced, Optional.empty());
  }

  /**
   * This net without the notes of a name about it and all that is inside it: what is built stays
   * the same, see {@link NetNote}.
   *
   * @throws IllegalArgumentException if there is no such note: the message names those that are
   */
  public Net silence(String note) {
    Set<String> more = new TreeSet<>(silenced);
    more.add(NetNote.Kind.named(note).word());
    return new Net(layers, more, family);
  }

  /**
   * The plain twin of this net: every shortcut removed, every other layer kept under its path, so
   * that the twin has the same depth and draws the same initial weights for the layers that both
   * have. Stochastic depth goes with the shortcut, without which a block that does not survive
   * would leave nothing.
   */
  public Net plain() {
    return NetTransforms.plain(this).of(family.flatMap(Family::plain));
  }

  /**
   * This net with all weights drawn in one way: those of convolutions and fully connected layers,
   * and with them the projections of its shortcuts.
   */
  public Net initialized(Initializer start) {
    return NetTransforms.initialized(this, start);
  }

  /**
   * The layers with weights, at every depth, from the input on: those that the papers count. A
   * shortcut's projection is none.
   */
  public List<Layer.Weighted> weighted() {
    return layers.stream().flatMap(layer -> layer.weighted().stream()).toList();
  }

  /**
   * This net for so many classes: a family's net whose word was not given {@code classes(…)} gets
   * them, any other keeps what was written.
   */
  public Net fitted(int classes) {
    return family
        .flatMap(made -> made.fitted(classes))
        .map(net -> new Net(net.layers, silenced, family))
        .filter(net -> !net.equals(this))
        .orElse(this);
  }

  /** This net as a family's word made it. */
  Net of(Optional<Family> made) {
    return new Net(layers, silenced, made);
  }

  /** This net with one more layer. */
  Net with(Layer layer) {
    List<Layer> longer = new ArrayList<>(layers);
    longer.add(layer);
    return new Net(longer, silenced, Optional.empty());
  }

  /** Whether the other has the same layers and silences the same notes. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Net that
        && layers.equals(that.layers)
        && silenced.equals(that.silenced);
  }

  @Override
  public int hashCode() {
    return Objects.hash(layers, silenced);
  }

  /** The canonical text form: an expression of the language that {@link #parse} reads back. */
  @Override
  public String toString() {
    return NetPrinter.print(this);
  }
}
