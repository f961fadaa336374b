package org.skipjack.graph;

import org.skipjack.net.Layer;
import org.skipjack.net.Net;

/** The default input shape of a net. */
public final class DefaultInputShape {
  private static final Shape CIFAR = Shape.image(3, 32, 32);
  private static final Shape IMAGENET = Shape.image(3, 224, 224);

  /** The papers' ImageNet nets bring 224 pixels down to 7. */
  private static final double STRIDE_OF_IMAGENET = 32;

  private DefaultInputShape() {}

  /** 3×224×224 for a net whose strides multiply to 32 or more, 3×32×32 for any other. */
  public static Shape of(Net net) {
    return stride(net) >= STRIDE_OF_IMAGENET ? IMAGENET : CIFAR;
  }

  private static double stride(Net net) {
    return net.layers().stream().mapToDouble(DefaultInputShape::stride).reduce(1, (a, b) -> a * b);
  }

  private static double stride(Layer layer) {
    if (layer instanceof Layer.Named named) {
      return stride(named.layer());
    }
    if (layer instanceof Layer.Residual residual) {
      return stride(residual.body());
    }
    if (layer instanceof Layer.Block block) {
      return stride(block.body());
    }
    return layer instanceof Layer.Windowed windowed ? windowed.window().stride() : 1;
  }
}
