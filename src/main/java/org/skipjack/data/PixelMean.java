package org.skipjack.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * The mean image of a training set, {@code [channels, height, width]} in [0, 1], which is
 * subtracted from every image before a net sees it (He et al. 2015, arXiv:1512.03385, §4.2).
 *
 * <p>Sums are kept as whole numbers, so the mean does not depend on the order of the images.
 */
public final class PixelMean {
  private final ImageShape shape;
  private final float[] values;

  private PixelMean(ImageShape shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** The mean of these images, {@code (sum of bytes) / (255 · size)} at each place. */
  public static PixelMean of(Dataset training) {
    int imageSize = training.imageSize();
    byte[] pixels = new byte[imageSize];
    long[] sums = new long[imageSize];
    for (int image = 0; image < training.size(); image++) {
      training.copyImage(image, pixels, 0);
      for (int i = 0; i < imageSize; i++) {
        sums[i] += pixels[i] & 0xFF;
      }
    }
    float[] values = new float[imageSize];
    for (int i = 0; i < imageSize; i++) {
      values[i] = (float) (sums[i] / (255.0 * training.size()));
    }
    return new PixelMean(ImageShape.of(training), values);
  }

  /**
   * A mean that was taken before.
   *
   * @param values {@code [channels, height, width]}, each in [0, 1]; copied
   * @throws DatasetException if there are more or fewer
   */
  public static PixelMean of(int channels, int height, int width, float[] values) {
    ImageShape shape = new ImageShape(channels, height, width);
    if (shape.size() != values.length) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "a mean image %s has %d values, not %d.",
              shape,
              shape.size(),
              values.length));
    }
    return new PixelMean(shape, values.clone());
  }

  /** A mean of zero everywhere, which leaves images as they are. */
  public static PixelMean zero(int channels, int height, int width) {
    return new PixelMean(
        new ImageShape(channels, height, width), new float[channels * height * width]);
  }

  /** The number of values of a pixel, 3 for color. */
  public int channels() {
    return shape.channels();
  }

  /** The height of an image in pixels. */
  public int height() {
    return shape.height();
  }

  /** The width of an image in pixels. */
  public int width() {
    return shape.width();
  }

  /** A copy of the values, {@code [channels, height, width]}, each in [0, 1]. */
  public float[] values() {
    return values.clone();
  }

  public ImageShape shape() {
    return shape;
  }

  /** The backing values, not to be written to. */
  public float[] backing() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PixelMean that
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  /** For example {@code "mean image [3, 32, 32]"}. */
  @Override
  public String toString() {
    return "mean image " + shape;
  }
}
