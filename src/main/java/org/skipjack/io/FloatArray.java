package org.skipjack.io;

import java.util.Arrays;
import java.util.Locale;

/**
 * Numbers in a shape, in C order; immutable by agreement, as its values are not copied.
 *
 * <p>Two are equal if shapes and the bits of all values are.
 */
public final class FloatArray {
  private final long[] shape;
  private final float[] values;

  /**
   * An array over values.
   *
   * @param values as many as the shape says; kept, not copied
   * @throws IllegalArgumentException if there are more or fewer
   */
  public FloatArray(long[] shape, float[] values) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an array %s has %d values, not %d.",
              Arrays.toString(shape),
              size,
              values.length));
    }
    this.shape = shape.clone();
    this.values = values;
  }

  /** The extents, a copy. */
  public long[] shape() {
    return shape.clone();
  }

  /** The values, not to be written to. */
  public float[] values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FloatArray that
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  /** For example {@code "float32 [16, 3, 3, 3]"}. */
  @Override
  public String toString() {
    return "float32 " + Arrays.toString(shape);
  }
}
