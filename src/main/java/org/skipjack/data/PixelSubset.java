package org.skipjack.data;

/** A subset of the images of another source. */
final class PixelSubset implements Pixels {
  private final Pixels source;
  private final int[] indices;

  /**
   * @param indices image {@code i} is image {@code indices[i]} of the source; not copied
   */
  PixelSubset(Pixels source, int[] indices) {
    this.source = source;
    this.indices = indices;
  }

  @Override
  public ImageShape shape() {
    return source.shape();
  }

  @Override
  public void copy(int index, byte[] into, int offset) {
    source.copy(indices[index], into, offset);
  }
}
