package org.skipjack.data;

/**
 * The pixels of a data set: unsigned bytes in memory, in a mapped file, or in image files that are
 * decoded on demand.
 */
public interface Pixels {
  /** The shape of every image. */
  ImageShape shape();

  /**
   * Copies image {@code index}, {@code [channels, height, width]}, to {@code into} from {@code
   * offset} on. Several threads may call it at once.
   *
   * @throws DatasetException if the image cannot be read any more
   */
  void copy(int index, byte[] into, int offset);
}
