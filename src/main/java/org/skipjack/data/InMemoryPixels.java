package org.skipjack.data;

/** Pixels in memory, one image after the other. */
public final class InMemoryPixels implements Pixels {
  private final ImageShape shape;
  private final byte[] bytes;

  /**
   * @param shape the shape of one image
   * @param bytes {@code [N, channels, height, width]}, not copied
   */
  public InMemoryPixels(ImageShape shape, byte[] bytes) {
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
