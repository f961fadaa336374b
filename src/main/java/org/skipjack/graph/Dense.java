package org.skipjack.graph;

import java.util.List;

/**
 * A fully connected layer: {@code y = W x + b}, {@code [N, F]} to {@code [N, units]}.
 *
 * <p>Parameters, in order: {@code weight} {@code [units, F]} and {@code bias} {@code [units]}.
 *
 * @param units number of outputs
 * @param initializer what weights and biases start with
 */
public record Dense(int units, WeightInit initializer) implements Op {

  /** A layer that starts as usual. */
  public Dense(int units) {
    this(units, WeightInit.USUAL);
  }

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    if (inputs.get(0).rank() != 1) {
      throw ShapeErrors.denseNeedsVector(layerOrigin, inputs.get(0));
    }
    return Shape.vector(units);
  }

  @Override
  public ReceptiveField receptiveField(List<ReceptiveField> inputs) {
    return ReceptiveField.ALL;
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitDense(this);
  }

  @Override
  public List<Parameter> parameters(String node, List<Shape> inputs) {
    return List.of(
        Parameter.weight(node, List.of(units, inputs.get(0).channels()), 1, initializer.weights()),
        Parameter.learned(node, "bias", units, initializer.bias()));
  }

  @Override
  public long macs(List<Shape> inputs, Shape output) {
    return (long) units * inputs.get(0).channels();
  }
}
