package org.skipjack.graph;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The shape of a tensor without its batch axis: {@code [C, H, W]} for images, {@code [F]} for
 * vectors.
 *
 * @param sizes the extents of the axes, all positive
 */
public record Shape(List<Integer> sizes) {

  /**
   * Copies the sizes.
   *
   * @throws IllegalArgumentException if there is no axis or an extent is not positive
   */
  public Shape {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size <= 0)) {
      throw new IllegalArgumentException(
          "a shape has one axis or more, each of extent 1 or more, not %s.%n".formatted(sizes)
              + "Fix: Shape.image(3, 32, 32) or Shape.vector(64)");
    }
  }

  /** The shape of images: {@code [N, channels, height, width]}. */
  public static Shape image(int channels, int height, int width) {
    return new Shape(List.of(channels, height, width));
  }

  /** The shape of vectors: {@code [N, features]}. */
  public static Shape vector(int features) {
    return new Shape(List.of(features));
  }

  /**
   * Reads {@code 3x32x32} or {@code 64}.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static Shape parse(String text) {
    if (!text.matches("[1-9][0-9]{0,5}(x[1-9][0-9]{0,5}x[1-9][0-9]{0,5})?")) {
      throw new IllegalArgumentException(
          "\"%s\" is no input shape.%nFix: CHANNELSxHEIGHTxWIDTH such as 3x32x32, or FEATURES such as 64"
              .formatted(text));
    }
    return new Shape(List.of(text.split("x")).stream().map(Integer::valueOf).toList());
  }

  /** The number of axes, the batch not counted. */
  public int rank() {
    return sizes.size();
  }

  /** Whether this is {@code [C, H, W]}. */
  public boolean isImage() {
    return rank() == 3;
  }

  /** The extent of the first axis: channels of an image, features of a vector. */
  public int channels() {
    return sizes.get(0);
  }

  /** Pixels from top to bottom; for images only. */
  public int height() {
    return sizes.get(1);
  }

  /** Pixels from left to right; for images only. */
  public int width() {
    return sizes.get(2);
  }

  /** The number of values for one example. */
  public long elements() {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** The step that leads a window of one pixel from this height and width to the target's. */
  OptionalInt strideTo(Shape target) {
    if (!isImage() || !target.isImage()) {
      return OptionalInt.empty();
    }
    return IntStream.rangeClosed(1, Math.max(height(), width()))
        .filter(stride -> (height() - 1) / stride + 1 == target.height())
        .filter(stride -> (width() - 1) / stride + 1 == target.width())
        .findFirst();
  }

  /** The sizes with the batch in front, as engines want them. */
  public long[] withBatch(long batch) {
    long[] all = new long[rank() + 1];
    all[0] = batch;
    for (int axis = 0; axis < rank(); axis++) {
      all[axis + 1] = sizes.get(axis);
    }
    return all;
  }

  /** {@code [N, 64, 32, 32]}. */
  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[N, ", "]"));
  }
}
