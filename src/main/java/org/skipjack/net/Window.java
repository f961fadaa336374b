package org.skipjack.net;

/**
 * A square window that slides over the two spatial axes of an image.
 *
 * @param kernelSize height and width of the window in pixels; positive
 * @param stride step of the window in pixels; positive
 * @param padding pixels of zeros around the image on each side; not negative, below {@code
 *     kernelSize}
 */
public record Window(int kernelSize, int stride, int padding) {

  /**
   * Checks the three extents.
   *
   * @throws IllegalArgumentException if one of them is out of its range
   */
  public Window {
    Checks.positive("kernelSize", kernelSize, "kernelSize(3)");
    Checks.positive("stride", stride, "stride(2)");
    if (padding < 0 || padding >= kernelSize) {
      throw new IllegalArgumentException(
          "padding is %d, expected 0 to %d: a window of %d pixels must touch the image.%n"
                  .formatted(padding, kernelSize - 1, kernelSize)
              + "Fix: padding(%d), or leave it out".formatted(samePadding(kernelSize)));
    }
  }

  /** The padding that keeps the size of an image at stride 1, for odd kernel sizes. */
  public static int samePadding(int kernelSize) {
    return (kernelSize - 1) / 2;
  }
}
