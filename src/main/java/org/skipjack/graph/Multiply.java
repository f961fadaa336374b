package org.skipjack.graph;

import java.util.List;

/**
 * The product of two tensors, value by value: of one shape, or images {@code [N, C, H, W]} and a
 * factor for each of their channels, {@code [N, C]}. The shape is that of the first. It is what
 * gates (He et al. 2016, arXiv:1603.05027, §3.1) and squeeze-and-excitation (Hu et al. 2018,
 * arXiv:1709.01507, eq. 4) end in.
 */
public record Multiply() implements Op {

  @Override
  public int arity() {
    return 2;
  }

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    Shape of = inputs.get(0);
    Shape by = inputs.get(1);
    if (!by.equals(of) && !by.equals(Shape.vector(of.channels()))) {
      throw new IllegalStateException(layerOrigin.title() + " multiplies " + of + " by " + by);
    }
    return of;
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitMultiply(this);
  }
}
