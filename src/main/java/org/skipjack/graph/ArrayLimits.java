package org.skipjack.graph;

import java.util.List;

/** The limits of an array's size; engines count values in 32 bits. */
final class ArrayLimits {
  private ArrayLimits() {}

  /**
   * Checks that a tensor is no larger than an array.
   *
   * @param what is said of it, such as {@code weights}
   * @throws ShapeException if it is
   */
  static void require(LayerOrigin layerOrigin, String what, List<Integer> sizes) {
    double elements = sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    if (elements > Integer.MAX_VALUE) {
      throw ShapeErrors.tooLarge(layerOrigin, what, sizes);
    }
  }
}
