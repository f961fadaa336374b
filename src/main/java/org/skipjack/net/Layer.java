package org.skipjack.net;

import java.util.Locale;

/**
 * One word of the language: what the user asked for, before any shape is known.
 *
 * <p>Layers are values and the set is closed; {@link Visitor} has no default methods, so a new
 * layer does not compile until every stage knows it.
 */
public sealed interface Layer {

  /** Calls the visitor's method for this kind of layer. */
  <R> R accept(Visitor<R> visitor);

  /** The word of the language for this layer, such as {@code "batchNorm"}. */
  default String word() {
    String kind = getClass().getSimpleName();
    return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
  }

  /** The layer as it stands in a net's text, such as {@code ".conv(64, stride(2))"}. */
  default String text() {
    return NetPrinter.print(this);
  }

  /** A 2-D convolution with {@code filters} output channels. */
  record Conv(int filters, Window window, boolean bias) implements Layer {
    /** Checks that there is at least one filter. */
    public Conv {
      Checks.positive("filters", filters, "conv(64)");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitConv(this);
    }
  }

  /** Batch normalisation over each channel with a learned scale and shift. */
  record BatchNorm() implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBatchNorm(this);
    }
  }

  /** max(x, 0). */
  record Relu() implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRelu(this);
    }
  }

  /** 1 / (1 + exp(−x)). */
  record Sigmoid() implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSigmoid(this);
    }
  }

  /** The hyperbolic tangent. */
  record Tanh() implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTanh(this);
    }
  }

  /** The largest value in each window. */
  record MaxPool(Window window) implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMaxPool(this);
    }
  }

  /** The mean of each window, padding not counted. */
  record AvgPool(Window window) implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAvgPool(this);
    }
  }

  /** The mean of each channel. */
  record GlobalAvgPool() implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGlobalAvgPool(this);
    }
  }

  /** All axes but the first made one. */
  record Flatten() implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFlatten(this);
    }
  }

  /** A fully connected layer with {@code units} outputs and a bias. */
  record Dense(int units) implements Layer {
    /** Checks that there is at least one unit. */
    public Dense {
      Checks.positive("units", units, "dense(10)");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDense(this);
    }
  }

  /**
   * Sets each value to zero with probability {@code rate} in training, and scales up the others.
   */
  record Dropout(double rate) implements Layer {
    /** Checks that the rate is a probability below one. */
    public Dropout {
      Checks.dropoutRate(rate);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropout(this);
    }
  }

  /** H(x) = F(x) + shortcut(x), where {@code body} is F. */
  record Residual(Shortcut shortcut, Net body) implements Layer {
    /** Checks that F has a layer. */
    public Residual {
      requireLayers("residual", body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
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
    public <R> R accept(Visitor<R> visitor) {
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
    public String word() {
      return layer.word();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNamed(this);
    }
  }

  private static void requireLayers(String word, Net body) {
    if (body.layers().isEmpty()) {
      throw new IllegalArgumentException(
          "this %s has no layers.%nFix: %s(b -> b.conv(64).relu())".formatted(word, word));
    }
  }

  /**
   * A result for each kind of layer.
   *
   * @param <R> what the visit gives
   */
  interface Visitor<R> {
    /** Called for a convolution. */
    R visitConv(Conv layer);

    /** Called for batch normalisation. */
    R visitBatchNorm(BatchNorm layer);

    /** Called for a rectifier. */
    R visitRelu(Relu layer);

    /** Called for a logistic function. */
    R visitSigmoid(Sigmoid layer);

    /** Called for a hyperbolic tangent. */
    R visitTanh(Tanh layer);

    /** Called for max pooling. */
    R visitMaxPool(MaxPool layer);

    /** Called for average pooling. */
    R visitAvgPool(AvgPool layer);

    /** Called for global average pooling. */
    R visitGlobalAvgPool(GlobalAvgPool layer);

    /** Called for a flattening. */
    R visitFlatten(Flatten layer);

    /** Called for a fully connected layer. */
    R visitDense(Dense layer);

    /** Called for dropout. */
    R visitDropout(Dropout layer);

    /** Called for a residual block. */
    R visitResidual(Residual layer);

    /** Called for a group of layers. */
    R visitBlock(Block layer);

    /** Called for a layer with a name. */
    R visitNamed(Named layer);
  }
}
