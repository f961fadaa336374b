package org.skipjack.net;

import java.util.Locale;

/**
 * A square window that slides over the two spatial axes of an image.
 *
 * @param kernelSize height and width of the window in taps; positive
 * @param stride step of the window in pixels; positive
 * @param padding pixels of zeros around the image on each side; not negative, below the window's
 *     {@link #extent}
 * @param dilation pixels from one tap of the window to the next; positive, 1 for taps side by side
 */
public record Window(int kernelSize, int stride, int padding, int dilation) {

  /** No window, stride or dilation is larger; it keeps all extents far from overflow. */
  private static final int LARGEST = 1 << 14;

  /**
   * Checks the extents.
   *
   * @throws IllegalArgumentException if one of them is out of its range
   */
  public Window {
    ArgumentChecks.within("kernelSize", kernelSize, LARGEST, "kernelSize(3)");
    ArgumentChecks.within("stride", stride, LARGEST, "stride(2)");
    ArgumentChecks.within("dilation", dilation, LARGEST, "dilation(2)");
    int extent = extent(kernelSize, dilation);
    if (padding < 0 || padding >= extent) {
      throw new IllegalArgumentException(
          String.format(
                  Locale.ROOT,
                  "padding is %d, expected 0 to %d: a window of %d pixels must touch the image.%n",
                  padding,
                  extent - 1,
                  extent)
              + String.format(
                  Locale.ROOT,
                  "Fix: padding(%d), or leave it out",
                  samePadding(kernelSize, dilation)));
    }
  }

  /** A window whose taps lie side by side. */
  public Window(int kernelSize, int stride, int padding) {
    this(kernelSize, stride, padding, 1);
  }

  /**
   * Pixels from the first tap to the last, both counted: {@code (kernelSize − 1) · dilation + 1}.
   */
  public int extent() {
    return extent(kernelSize, dilation);
  }

  /**
   * The number of positions along an axis of the given size: {@code floor((size + 2·padding −
   * extent) / stride) + 1}; zero or less when the window does not fit.
   */
  public int slide(int size) {
    return Math.floorDiv(size + 2 * padding - extent(), stride) + 1;
  }

  /** The largest kernel size with which this window fits into an axis, all else as it is. */
  public int largestKernelSize(int size) {
    return (size + 2 * padding - 1) / dilation + 1;
  }

  /** The least padding with which this window fits into an axis, all else as it is. */
  public int leastPadding(int size) {
    return Math.max(padding, (extent() - size + 1) / 2);
  }

  private static int extent(int kernelSize, int dilation) {
    return (kernelSize - 1) * dilation + 1;
  }

  /** The padding that keeps the size of an image at stride 1, for odd kernel sizes. */
  public static int samePadding(int kernelSize, int dilation) {
    return (extent(kernelSize, dilation) - 1) / 2;
  }
}
