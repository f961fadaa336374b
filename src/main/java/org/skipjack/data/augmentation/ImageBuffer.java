package org.skipjack.data.augmentation;

import org.skipjack.data.PixelMean;

/**
 * A buffer for an image under augmentation: unsigned bytes {@code [channels, height, width]}, and
 * beside them the mean image, which takes the place of what is not there. Once the mean is
 * subtracted, that is zero to within half a step of a byte.
 */
public final class ImageBuffer {
  private final int channels;
  private final int height;
  private final int width;
  private final byte[] mean;
  private byte[] pixels;
  private byte[] spare;

  public ImageBuffer(PixelMean mean) {
    this.channels = mean.channels();
    this.height = mean.height();
    this.width = mean.width();
    float[] shares = mean.backing();
    this.mean = new byte[shares.length];
    for (int i = 0; i < shares.length; i++) {
      this.mean[i] = (byte) Math.round(255 * shares[i]);
    }
    this.pixels = new byte[shares.length];
    this.spare = new byte[shares.length];
  }

  /** The number of values of a pixel, 3 for color. */
  public int channels() {
    return channels;
  }

  /** The height in pixels. */
  public int height() {
    return height;
  }

  /** The width in pixels. */
  public int width() {
    return width;
  }

  /** The pixels themselves, to be read and written to; another array after {@link #shift}. */
  public byte[] pixels() {
    return pixels;
  }

  /** Moves the image down and to the right, or up and to the left where negative. */
  public void shift(int down, int right) {
    int kept = Math.max(0, width - Math.abs(right));
    for (int row = 0; row < channels * height; row++) {
      int y = row % height - down;
      int start = row * width;
      System.arraycopy(mean, start, spare, start, width);
      if (y >= 0 && y < height && kept > 0) {
        int source = (row - down) * width + Math.max(0, -right);
        System.arraycopy(pixels, source, spare, start + Math.max(0, right), kept);
      }
    }
    byte[] moved = spare;
    spare = pixels;
    pixels = moved;
  }

  /** Swaps left and right. */
  public void mirror() {
    for (int start = 0; start < pixels.length; start += width) {
      for (int left = start, right = start + width - 1; left < right; left++, right--) {
        byte pixel = pixels[left];
        pixels[left] = pixels[right];
        pixels[right] = pixel;
      }
    }
  }

  /** Puts the mean in place of a rectangle, or of what of it lies in the image. */
  public void erase(int top, int left, int rows, int columns) {
    int from = Math.max(0, left);
    int length = Math.min(width, left + columns) - from;
    for (int channel = 0; channel < channels && length > 0; channel++) {
      for (int y = Math.max(0, top); y < Math.min(height, top + rows); y++) {
        int start = (channel * height + y) * width + from;
        System.arraycopy(mean, start, pixels, start, length);
      }
    }
  }

  /** Every value v becomes {@code values[v]}. */
  public void replace(byte[] values) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = values[pixels[i] & 0xFF];
    }
  }
}
