package org.skipjack.net;

import java.util.List;
import java.util.Locale;

/**
 * A layer as the user wrote it, before any shape is known.
 *
 * <p>Shapes, formula and source of each are said where its word is, at {@link Net}.
 *
 * <p>Layers are values and the set is closed; {@link LayerVisitor} has no default methods, so a new
 * layer does not compile until every stage knows it.
 */
public sealed interface Layer {

  /** Calls the visitor's method for this kind of layer. */
  <R> R accept(LayerVisitor<R> visitor);

  /** The word of the language for this layer, such as {@code "batchNorm"}. */
  default String typeName() {
    String kind = getClass().getSimpleName();
    return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
  }

  /** This layer or those inside it that have weights; see {@link Net#weighted}. */
  default List<Weighted> weighted() {
    return List.of();
  }

  /** The layer as it stands in a net's text, such as {@code ".conv(64, stride(2))"}. */
  default String text() {
    return NetPrinter.print(this);
  }

  /** A layer that the papers count: one with weights. */
  sealed interface Weighted extends Layer {
    /** How its weights are drawn. */
    Initializer initializer();

    @Override
    default List<Weighted> weighted() {
      return List.of(this);
    }
  }

  /** A layer whose window slides over its input. */
  sealed interface Windowed extends Layer {
    /** The window. */
    Window window();
  }

  /**
   * A 2-D convolution, {@code [N, C, H, W]} to {@code [N, filters, H', W']}; see {@link Net#conv}.
   */
  record Conv(int filters, Window window, int groups, boolean bias, Initializer initializer)
      implements Weighted, Windowed {
    /** Checks that there is at least one filter, and as many in each group. */
    public Conv {
      ArgumentChecks.positive("filters", filters, "conv(64)");
      ArgumentChecks.positive("groups", groups, "groups(2)");
      if (filters % groups != 0) {
        throw new IllegalArgumentException(
            "%s filters cannot be shared out evenly among %s groups.%nFix: conv(%s, groups(%s))"
                .formatted(
                    filters, groups, ArgumentChecks.nearestMultiple(filters, groups), groups));
      }
    }

    /** A convolution in one group, drawn as usual. */
    public Conv(int filters, Window window, boolean bias) {
      this(filters, window, 1, bias, Initializer.HE_NORMAL);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitConv(this);
    }
  }

  /**
   * A 2-D convolution of each channel by a filter of its own, {@code [N, C, H, W]} to {@code [N, C,
   * H', W']}; see {@link Net#depthwiseConv}.
   */
  record DepthwiseConv(Window window, boolean bias, Initializer initializer)
      implements Weighted, Windowed {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitDepthwiseConv(this);
    }
  }

  /**
   * Batch normalization over each channel with a learned scale, from {@code gamma} on, and shift;
   * see {@link Net#batchNorm}.
   */
  record BatchNorm(double gamma) implements Layer {
    /** The scale starts at 1. */
    public BatchNorm() {
      this(1);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitBatchNorm(this);
    }
  }

  /** max(x, 0) on each value; see {@link Net#relu}. */
  record Relu() implements Layer {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitRelu(this);
    }
  }

  /**
   * x where it is positive, {@code slope · x} where it is not; see {@link Net#leakyRelu(double)}.
   */
  record LeakyRelu(double slope) implements Layer {
    /** Checks that the slope is that of a leak. */
    public LeakyRelu {
      if (!(slope > 0 && slope < 1)) {
        throw new IllegalArgumentException(
            "slope is %s, expected more than 0 and less than 1.%nFix: leakyRelu(0.01), or relu()"
                .formatted(slope));
      }
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitLeakyRelu(this);
    }
  }

  /**
   * x where it is positive, {@code alpha · (exp(x) − 1)} where it is not; see {@link
   * Net#elu(double)}.
   */
  record Elu(double alpha) implements Layer {
    /** Checks that alpha is positive. */
    public Elu {
      if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "alpha is %s, expected more than 0.%nFix: elu(1.0)".formatted(alpha));
      }
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitElu(this);
    }
  }

  /**
   * x · Φ(x), where Φ is the distribution function of the standard normal distribution; see {@link
   * Net#gelu}.
   */
  record Gelu() implements Layer {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitGelu(this);
    }
  }

  /** ln(1 + exp(x)) on each value; see {@link Net#softplus}. */
  record Softplus() implements Layer {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitSoftplus(this);
    }
  }

  /** 1 / (1 + exp(−x)) on each value; see {@link Net#sigmoid}. */
  record Sigmoid() implements Layer {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitSigmoid(this);
    }
  }

  /** The hyperbolic tangent of each value; see {@link Net#tanh}. */
  record Tanh() implements Layer {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitTanh(this);
    }
  }

  /** exp(x) of each channel, divided by the sum over channels; see {@link Net#softmax}. */
  record Softmax() implements Layer {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitSoftmax(this);
    }
  }

  /** {@code factor · x}, each value; see {@link Net#scale}. */
  record Scale(double factor) implements Layer {
    /** Checks that the factor is a number. */
    public Scale {
      ArgumentChecks.finite("factor", factor, "scale(0.5)");
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitScale(this);
    }
  }

  /**
   * The largest value in each window, {@code [N, C, H, W]} to {@code [N, C, H', W']}; see {@link
   * Net#maxPool}.
   */
  record MaxPool(Window window) implements Windowed {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitMaxPool(this);
    }
  }

  /**
   * The mean of each window, padding not counted, {@code [N, C, H, W]} to {@code [N, C, H', W']};
   * see {@link Net#avgPool}.
   */
  record AvgPool(Window window) implements Windowed {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitAvgPool(this);
    }
  }

  /** The mean of each channel, {@code [N, C]}; see {@link Net#globalAvgPool}. */
  record GlobalAvgPool() implements Layer {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitGlobalAvgPool(this);
    }
  }

  /**
   * All axes but the first made one, {@code [N, C, H, W]} to {@code [N, C·H·W]}; see {@link
   * Net#flatten}.
   */
  record Flatten() implements Layer {
    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitFlatten(this);
    }
  }

  /**
   * A fully connected layer with a bias, {@code [N, F]} to {@code [N, units]}; see {@link
   * Net#dense}.
   */
  record Dense(int units, Initializer initializer) implements Weighted {
    /** Checks that there is at least one unit. */
    public Dense {
      ArgumentChecks.positive("units", units, "dense(10)");
    }

    /** A layer drawn as usual. */
    public Dense(int units) {
      this(units, Initializer.HE_NORMAL);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitDense(this);
    }
  }

  /**
   * Sets each value to zero with probability {@code rate} in training, and scales up the others;
   * see {@link Net#dropout}.
   */
  record Dropout(double rate) implements Layer {
    /** Checks that the rate is a probability below one. */
    public Dropout {
      ArgumentChecks.dropoutRate(rate);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitDropout(this);
    }
  }

  /**
   * The whole tensor, or zero, for a whole batch of a training; see {@link Net#stochasticDepth}.
   */
  record StochasticDepth(double survival) implements Layer {
    /** Checks that the survival probability is one, and not zero. */
    public StochasticDepth {
      ArgumentChecks.survival(survival);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitStochasticDepth(this);
    }
  }

  /**
   * Each channel times a factor that is worked out from the means of all channels; see {@link
   * Net#squeezeExcitation}.
   */
  record SqueezeExcitation(int reduction, Initializer initializer) implements Layer {
    /** Checks that the reduction is positive. */
    public SqueezeExcitation {
      ArgumentChecks.positive("reduction", reduction, "squeezeExcitation(16)");
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitSqueezeExcitation(this);
    }
  }

  /**
   * H(x) = F(x) + shortcut(x), where {@code body} is F (He et al. 2015, arXiv:1512.03385, eq. 1 and
   * 2); see {@link Net#residual(java.util.function.UnaryOperator)}.
   */
  record Residual(Shortcut shortcut, Net body) implements Layer {
    /** Checks that F has a layer. */
    public Residual {
      requireLayers("residual", body);
    }

    @Override
    public List<Weighted> weighted() {
      return body.weighted();
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitResidual(this);
    }
  }

  /**
   * A group of layers under one path: a stage, or what is left of a residual block in a plain net.
   */
  record Block(Net body) implements Layer {
    /** Checks that the group has a layer. */
    public Block {
      requireLayers("block", body);
    }

    @Override
    public List<Weighted> weighted() {
      return body.weighted();
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitBlock(this);
    }
  }

  /** A layer with a name of the user's own, which takes the place of its number in paths. */
  record Named(String name, Layer layer) implements Layer {
    /** Checks that the name can stand in a path. */
    public Named {
      if (!name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
        throw new IllegalArgumentException(
            "the name \"%s\" cannot stand in a path: letters, digits, '_' and '-', a letter first.%n"
                    .formatted(name)
                + "Fix: named(\"stem\")");
      }
      if (layer instanceof Named named) {
        throw new IllegalArgumentException(
            "this layer is named \"%s\" already.%nFix: keep one of named(\"%s\"), named(\"%s\")"
                .formatted(named.name(), named.name(), name));
      }
    }

    @Override
    public String typeName() {
      return layer.typeName();
    }

    @Override
    public List<Weighted> weighted() {
      return layer.weighted();
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.visitNamed(this);
    }
  }

  private static void requireLayers(String word, Net body) {
    if (body.layers().isEmpty()) {
      throw new IllegalArgumentException(
          "this %s has no layers.%nFix: %s(b -> b.conv(64).relu())".formatted(word, word));
    }
  }
}
