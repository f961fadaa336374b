package org.skipjack.graph;

import java.util.List;

/** exp(x) divided by the sum of exp(x) over the channels; the shape stays. */
public record Softmax() implements Op {

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitSoftmax(this);
  }
}
