package org.skipjack.data;

/** Pixels in memory, one image after the other. */
final class HeldPixels implements Pixels {
  private final ImageShape shape;
  private final byte[] bytes;

  /**
   * @param shape the shape of one image
   * @param bytes {@code [N, channels, height, width]}, not copied
   */
  HeldPixels(ImageShape shape, byte[] bytes) {
    this.shape = shape;
    this.bytes = bytes;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public void copy(int index, byte[] into, int offset) {
    int size = (int) shape.size();
    System.arraycopy(bytes, index * size, into, offset, size);
  }
}
