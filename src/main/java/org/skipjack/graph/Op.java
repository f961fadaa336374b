package org.skipjack.graph;

import java.util.List;
import java.util.Locale;

/**
 * One operation, with its own shape rule, parameters and cost.
 *
 * <p>The set is closed; {@link OpVisitor} has no default methods, so an engine that lacks an
 * operation does not compile.
 */
public sealed interface Op
    permits Op.Input,
        Op.Add,
        Op.Flatten,
        Activation,
        Affine,
        BatchNorm,
        Conv2d,
        Dense,
        GlobalAvgPool,
        Multiply,
        Noise,
        Pool2d,
        Softmax,
        ZeroPad {

  /**
   * The shape of the output.
   *
   * @param layerOrigin where the operation stands, for the message
   * @throws ShapeException if the inputs do not fit
   */
  Shape infer(LayerOrigin layerOrigin, List<Shape> inputs);

  /** The name of its type in tables, such as {@code conv2d}. */
  default String typeName() {
    String name = getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** Whether what it reads must have height and width. */
  default boolean wantsImage() {
    return false;
  }

  /** The number of tensors that it reads. */
  default int arity() {
    return 1;
  }

  /** Calls the visitor's method for this kind of operation. */
  <R> R accept(OpVisitor<R> visitor);

  /** The parameters of a node of this operation, in the order that engines rely on. */
  default List<Parameter> parameters(String node, List<Shape> inputs) {
    return List.of();
  }

  /**
   * Multiply-accumulates for one example. Convolutions and fully connected layers count, as in He
   * et al. 2015; what is done once for each value does not.
   */
  default long macs(List<Shape> inputs, Shape output) {
    return 0;
  }

  /** The receptive field of the output, given those of the inputs. */
  default ReceptiveField receptiveField(List<ReceptiveField> inputs) {
    return inputs.isEmpty() ? ReceptiveField.PIXEL : ReceptiveField.largest(inputs);
  }

  /** The input of the net. */
  record Input(Shape shape) implements Op {
    @Override
    public int arity() {
      return 0;
    }

    @Override
    public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
      return shape;
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitInput(this);
    }
  }

  /** The sum of two tensors of one shape: F(x) + x (He et al. 2015, eq. 1). */
  record Add() implements Op {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
      if (!inputs.get(0).equals(inputs.get(1))) {
        throw ShapeErrors.cannotAdd(layerOrigin, inputs.get(0), inputs.get(1));
      }
      // No relu inside the sum: an identity shortcut must stay an identity path
      // (He et al. 2016, arXiv:1603.05027).
      return inputs.get(0);
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitAdd(this);
    }
  }

  /** All axes but the batch made one. */
  record Flatten() implements Op {
    @Override
    public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
      return Shape.vector(Math.toIntExact(inputs.get(0).elements()));
    }

    @Override
    public <R> R accept(OpVisitor<R> visitor) {
      return visitor.visitFlatten(this);
    }
  }
}
