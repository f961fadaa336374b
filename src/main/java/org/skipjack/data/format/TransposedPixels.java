package org.skipjack.data.format;

import org.skipjack.data.ImageShape;
import org.skipjack.data.Pixels;

/**
 * Pixels of a source that holds images by columns, as EMNIST does, given by rows.
 *
 * @param source the images, {@code [channels, width, height]}
 */
record TransposedPixels(Pixels source) implements Pixels {
  @Override
  public ImageShape shape() {
    ImageShape byColumns = source.shape();
    return new ImageShape(byColumns.channels(), byColumns.width(), byColumns.height());
  }

  @Override
  public void copy(int index, byte[] into, int offset) {
    ImageShape shape = shape();
    byte[] columns = new byte[(int) shape.size()];
    source.copy(index, columns, 0);
    int plane = shape.height() * shape.width();
    for (int i = 0; i < columns.length; i++) {
      int row = i % plane / shape.width();
      int column = i % shape.width();
      into[offset + i] = columns[i / plane * plane + column * shape.height() + row];
    }
  }
}
