package org.skipjack.graph;

import java.util.List;

/**
 * {@code factor · x + offset} on each value, with constants; the shape stays. It scales branches,
 * and makes the 1 − g(x) of a gate (He et al. 2016, arXiv:1603.05027, §3.1).
 *
 * @param factor what each value is multiplied by
 * @param offset what is added to it then
 */
public record Affine(double factor, double offset) implements Op {

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitAffine(this);
  }
}
