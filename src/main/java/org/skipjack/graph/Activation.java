package org.skipjack.graph;

import java.util.List;

/**
 * A function of each value; the shape stays.
 *
 * @param function which one
 */
public record Activation(Function function) implements Op {

  /** The functions of the language. */
  public enum Function {
    /** max(x, 0); its derivative at 0 is taken as 0. */
    RELU,
    /** 1 / (1 + exp(−x)). */
    SIGMOID,
    /** The hyperbolic tangent. */
    TANH
  }

  @Override
  public Shape infer(Origin origin, List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitActivation(this);
  }
}
