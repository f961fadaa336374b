package org.skipjack.graph;

import java.util.List;
import java.util.Locale;
import org.skipjack.net.Window;

/**
 * The largest value or the mean in each window: {@code [N, C, H, W]} to {@code [N, C, H', W']} with
 * the extents of {@link Conv2d}. Padding never wins a maximum and does not count in a mean.
 *
 * @param kind what is taken from a window
 * @param window size, stride and padding
 */
public record Pool2d(Kind kind, Window window) implements Op {

  /** The kind of pooling. */
  public enum Kind {
    /** The largest value. */
    MAX,
    /** The mean of the values that are not padding. */
    AVERAGE
  }

  @Override
  public String typeName() {
    return kind == Kind.MAX ? "maxPool2d" : "avgPool2d";
  }

  @Override
  public boolean wantsImage() {
    return true;
  }

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    Shape image = ShapeErrors.requireImage(layerOrigin, inputs.get(0));
    int height = window.slide(image.height());
    int width = window.slide(image.width());
    if (height <= 0 || width <= 0) {
      int most = window.largestKernelSize(Math.min(image.height(), image.width()));
      throw ShapeErrors.windowDoesNotFit(
          layerOrigin,
          window,
          image,
          most == 1
              ? "globalAvgPool()"
              : String.format(Locale.ROOT, "kernelSize(%d) at most, or globalAvgPool()", most));
    }
    return Shape.image(image.channels(), height, width);
  }

  @Override
  public ReceptiveField receptiveField(List<ReceptiveField> inputs) {
    return inputs.get(0).through(window);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitPool2d(this);
  }
}
