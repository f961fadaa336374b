package org.skipjack.data.format;

import java.util.List;
import org.skipjack.data.ImageShape;
import org.skipjack.data.Pixels;

/**
 * Pixels in mapped files of equal records, an image each; the files follow one another.
 *
 * @param shape the shape of one image
 * @param files the files, each of the same number of records but the last
 * @param records the number of records in each file but the last
 * @param start where in a record the image begins
 */
record MappedPixels(ImageShape shape, List<MappedFile> files, int records, int start)
    implements Pixels {

  MappedPixels(ImageShape shape, MappedFile file) {
    this(shape, List.of(file), Integer.MAX_VALUE, 0);
  }

  @Override
  public void copy(int index, byte[] into, int offset) {
    files.get(index / records).copy(index % records, start, into, offset);
  }
}
