package org.skipjack.graph;

import java.util.List;
import org.skipjack.net.Window;

/**
 * The shortcut of option A (He et al. 2015, §3.3): every {@code stride}-th pixel of each axis is
 * kept and channels of zeros are appended until there are {@code channels}; {@code [N, C, H, W]} to
 * {@code [N, channels, ceil(H / stride), ceil(W / stride)]}.
 *
 * @param stride step in pixels
 * @param channels channels of the output, no fewer than those of the input
 */
public record ZeroPad(int stride, int channels) implements Op {

  @Override
  public boolean wantsImage() {
    return true;
  }

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    Shape image = ShapeErrors.requireImage(layerOrigin, inputs.get(0));
    return Shape.image(
        channels, (image.height() - 1) / stride + 1, (image.width() - 1) / stride + 1);
  }

  @Override
  public ReceptiveField receptiveField(List<ReceptiveField> inputs) {
    return inputs.get(0).through(new Window(1, stride, 0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitZeroPad(this);
  }
}
