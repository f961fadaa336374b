package org.skipjack.graph;

/**
 * A square window that slides over the two spatial axes of an image.
 *
 * @param kernelSize height and width of the window in taps
 * @param stride step of the window in pixels
 * @param padding pixels of zeros around the image on each side
 * @param dilation pixels from one tap to the next
 */
public record Window(int kernelSize, int stride, int padding, int dilation) {

  /** A window whose taps lie side by side. */
  public Window(int kernelSize, int stride, int padding) {
    this(kernelSize, stride, padding, 1);
  }

  /** What a layer asked for. */
  public static Window of(org.skipjack.net.Window asked) {
    return new Window(asked.kernelSize(), asked.stride(), asked.padding(), asked.dilation());
  }

  /** Pixels from the first tap to the last, both counted. */
  public int extent() {
    return (kernelSize - 1) * dilation + 1;
  }

  /**
   * The number of positions along an axis: {@code floor((size + 2·padding − extent) / stride) + 1};
   * zero or less when the window does not fit.
   */
  public int slide(int size) {
    return Math.floorDiv(size + 2 * padding - extent(), stride) + 1;
  }

  /** The largest kernel size with which this window fits into an axis, all else as it is. */
  int largestKernelSize(int size) {
    return (size + 2 * padding - 1) / dilation + 1;
  }

  /** The least padding with which this window fits into an axis, all else as it is. */
  int leastPadding(int size) {
    return Math.max(padding, (extent() - size + 1) / 2);
  }
}
