package org.skipjack.graph;

import java.util.List;

/**
 * The mean of each channel over height and width: {@code [N, C, H, W]} to {@code [N, C]} (Lin et
 * al. 2014, arXiv:1312.4400, §3.2).
 */
public record GlobalAvgPool() implements Op {

  @Override
  public boolean wantsImage() {
    return true;
  }

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    return Shape.vector(ShapeErrors.requireImage(layerOrigin, inputs.get(0)).channels());
  }

  @Override
  public ReceptiveField receptiveField(List<ReceptiveField> inputs) {
    return ReceptiveField.ALL;
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitGlobalAvgPool(this);
  }
}
