package org.skipjack.graph;

import java.util.List;

/**
 * A fully connected layer: {@code y = W x + b}, {@code [N, F]} to {@code [N, units]}.
 *
 * <p>Parameters, in order: {@code weight} {@code [units, F]} and {@code bias} {@code [units]}.
 *
 * @param units number of outputs
 */
public record Dense(int units) implements Op {

  @Override
  public Shape infer(Origin origin, List<Shape> inputs) {
    if (inputs.get(0).rank() != 1) {
      throw ShapeErrors.denseNeedsVector(origin, inputs.get(0));
    }
    return Shape.vector(units);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitDense(this);
  }

  @Override
  public List<Parameter> parameters(String node, List<Shape> inputs) {
    return List.of(
        Parameter.weight(node, List.of(units, inputs.get(0).channels())),
        Parameter.learned(node, "bias", units, 0));
  }

  @Override
  public long macs(List<Shape> inputs, Shape output) {
    return (long) units * inputs.get(0).channels();
  }
}
