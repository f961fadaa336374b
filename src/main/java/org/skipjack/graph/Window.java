package org.skipjack.graph;

/**
 * A square window that slides over the two spatial axes of an image.
 *
 * @param kernelSize height and width of the window in pixels
 * @param stride step of the window in pixels
 * @param padding pixels of zeros around the image on each side
 */
public record Window(int kernelSize, int stride, int padding) {

  static Window of(org.skipjack.net.Window asked) {
    return new Window(asked.kernelSize(), asked.stride(), asked.padding());
  }

  /**
   * The number of positions along an axis: {@code floor((extent + 2·padding − kernelSize) / stride)
   * + 1}; zero or less when the window does not fit.
   */
  public int slide(int extent) {
    return Math.floorDiv(extent + 2 * padding - kernelSize, stride) + 1;
  }
}
