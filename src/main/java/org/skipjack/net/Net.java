package org.skipjack.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.skipjack.net.Option.ConvOption;
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
 */
public record Net(List<Layer> layers) {

  private static final Net EMPTY = new Net(List.of());

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if two layers of one level have the same name
   */
  public Net {
    layers = List.copyOf(layers);
    List<String> names = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer instanceof Layer.Named named) {
        if (names.contains(named.name())) {
          throw new IllegalArgumentException(
              "two layers are named \"%s\"; a name marks one layer of its level.%nFix: named(\"%s-2\")"
                  .formatted(named.name(), named.name()));
        }
        names.add(named.name());
      }
    }
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
   * with {@code H' = floor((H + 2·padding − kernelSize) / stride) + 1}, and likewise {@code W'}.
   *
   * <p>Weights are {@code [filters, C, kernelSize, kernelSize]}, drawn as in He et al. 2015
   * (arXiv:1502.01852, eq. 10). Without options: 3×3, stride 1, padding that keeps the size, no
   * bias.
   *
   * @param filters number of output channels; positive
   */
  public Net conv(int filters, ConvOption... options) {
    Options given = Options.of("conv", options);
    int kernelSize = given.kernelSize(3);
    Window window =
        new Window(kernelSize, given.stride(1), given.padding(Window.samePadding(kernelSize)));
    return with(new Layer.Conv(filters, window, given.has(Option.Bias.class)));
  }

  /**
   * Batch normalisation (Ioffe and Szegedy 2015, arXiv:1502.03167): each channel is brought to mean
   * 0 and variance 1, then scaled by γ and shifted by β, both learned.
   *
   * <p>Training uses the statistics of the batch, evaluation their running averages.
   */
  public Net batchNorm() {
    return with(new Layer.BatchNorm());
  }

  /** The rectifier, max(x, 0), on each value. */
  public Net relu() {
    return with(new Layer.Relu());
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
    return with(new Layer.MaxPool(poolWindow("maxPool", options)));
  }

  /** The mean of each window, padding not counted; options and shapes as for {@link #maxPool}. */
  public Net avgPool(PoolOption... options) {
    return with(new Layer.AvgPool(poolWindow("avgPool", options)));
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
   */
  public Net dense(int units) {
    return with(new Layer.Dense(units));
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
   * A residual block, H(x) = F(x) + x (He et al. 2015, arXiv:1512.03385, eq. 1 and 2).
   *
   * <p>F is what {@code body} adds to an empty net. Where F keeps the shape the shortcut is the
   * identity, where it does not a 1×1 convolution with the matching stride. The block ends with the
   * addition: the relu of the paper's block is a {@code relu()} after it.
   */
  public Net residual(UnaryOperator<Net> body) {
    return residual(new Shortcut.Automatic(), body);
  }

  /** A residual block with the shortcut asked for by name; see {@link #residual(UnaryOperator)}. */
  public Net residual(Shortcut shortcut, UnaryOperator<Net> body) {
    return with(new Layer.Residual(shortcut, body.apply(EMPTY)));
  }

  /** A group of layers under one path, such as a stage; it computes what its layers compute. */
  public Net block(UnaryOperator<Net> body) {
    return with(new Layer.Block(body.apply(EMPTY)));
  }

  /**
   * This net with {@code part} applied {@code times} times.
   *
   * @param times 0 or more
   */
  public Net repeat(int times, UnaryOperator<Net> part) {
    if (times < 0) {
      throw new IllegalArgumentException(
          "repeat was asked for %d times, expected 0 or more.%nFix: repeat(3, n -> …)"
              .formatted(times));
    }
    Net net = this;
    for (int i = 0; i < times; i++) {
      net = part.apply(net);
    }
    return net;
  }

  /**
   * Gives the last layer or block a name, which stands in its path in place of its kind and number.
   *
   * @throws IllegalStateException if there is no layer yet
   */
  public Net named(String name) {
    if (layers.isEmpty()) {
      throw new IllegalStateException(
          "there is no layer to name \"%s\" yet.%nFix: net().conv(64).named(\"%s\")"
              .formatted(name, name));
    }
    List<Layer> renamed = new ArrayList<>(layers);
    renamed.set(layers.size() - 1, new Layer.Named(name, layers.get(layers.size() - 1)));
    return new Net(renamed);
  }

  /**
   * The plain twin of this net: every shortcut removed, every other layer kept under its path, so
   * that the twin has the same depth and draws the same initial weights for the layers that both
   * have.
   */
  public Net plain() {
    return new Net(layers.stream().map(Net::plain).toList());
  }

  private static Layer plain(Layer layer) {
    if (layer instanceof Layer.Residual residual) {
      return new Layer.Block(residual.body().plain());
    }
    if (layer instanceof Layer.Block block) {
      return new Layer.Block(block.body().plain());
    }
    if (layer instanceof Layer.Named named) {
      return new Layer.Named(named.name(), plain(named.layer()));
    }
    return layer;
  }

  /** This net with one more layer. */
  Net with(Layer layer) {
    List<Layer> longer = new ArrayList<>(layers);
    longer.add(layer);
    return new Net(longer);
  }

  /** The canonical text form: an expression of the language that {@link #parse} reads back. */
  @Override
  public String toString() {
    return NetPrinter.print(this);
  }

  private static Window poolWindow(String word, PoolOption... options) {
    Options given = Options.of(word, options);
    int kernelSize = given.kernelSize(2);
    return new Window(kernelSize, given.stride(kernelSize), given.padding(0));
  }
}
