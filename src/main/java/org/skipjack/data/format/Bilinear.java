package org.skipjack.data.format;

import org.skipjack.data.ImageShape;

/**
 * Brings images to another size: each value is a weighted mean of those around it, with weights
 * that fall off linearly (a triangle), one axis after the other. Where the image shrinks the
 * triangle widens with it, so that no pixel goes unseen. The aspect ratio is not kept.
 */
final class Bilinear {
  private Bilinear() {}

  /**
   * @param pixels {@code [channels, height, width]} of the shape {@code from}
   */
  static byte[] resize(byte[] pixels, ImageShape from, ImageShape to) {
    if (from.equals(to)) {
      return pixels;
    }
    float[] wide = new float[pixels.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = pixels[i] & 0xFF;
    }
    int rows = from.channels() * from.height();
    float[] narrowed = alongRows(wide, rows, from.width(), to.width());
    float[] resized = new float[(int) to.size()];
    for (int channel = 0; channel < from.channels(); channel++) {
      float[] plane = plane(narrowed, channel, from.height(), to.width());
      float[] turned =
          alongRows(
              transpose(plane, from.height(), to.width()), to.width(), from.height(), to.height());
      System.arraycopy(
          transpose(turned, to.width(), to.height()),
          0,
          resized,
          channel * to.height() * to.width(),
          to.height() * to.width());
    }
    byte[] bytes = new byte[resized.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.min(255, Math.max(0, Math.round(resized[i])));
    }
    return bytes;
  }

  private static float[] alongRows(float[] values, int rows, int from, int to) {
    float[] result = new float[rows * to];
    double scale = (double) from / to;
    double reach = Math.max(1, scale);
    for (int x = 0; x < to; x++) {
      double center = (x + 0.5) * scale;
      int first = Math.max(0, (int) Math.floor(center - reach));
      int last = Math.min(from - 1, (int) Math.ceil(center + reach));
      double[] weights = new double[last - first + 1];
      double total = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.max(0, 1 - Math.abs(first + i + 0.5 - center) / reach);
        total += weights[i];
      }
      for (int row = 0; row < rows; row++) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * values[row * from + first + i];
        }
        result[row * to + x] = (float) (sum / total);
      }
    }
    return result;
  }

  private static float[] plane(float[] values, int channel, int height, int width) {
    float[] plane = new float[height * width];
    System.arraycopy(values, channel * plane.length, plane, 0, plane.length);
    return plane;
  }

  private static float[] transpose(float[] values, int rows, int columns) {
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return turned;
  }
}
