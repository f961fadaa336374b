package org.skipjack.data.format;

import java.nio.file.Path;
import java.util.List;
import org.skipjack.data.ImageFile;
import org.skipjack.data.ImageShape;
import org.skipjack.data.Pixels;

/**
 * Pixels in image files, one file per image, decoded on demand: memory holds only the current
 * batch, whatever the size of the folder.
 *
 * @param shape what every image is brought to, or has
 * @param files the files, in the order of the images
 * @param resizes whether images of another size are resized; else they are refused
 */
record FolderPixels(ImageShape shape, List<Path> files, boolean resizes) implements Pixels {
  @Override
  public void copy(int index, byte[] into, int offset) {
    ImageFile.Picture picture = new ImageFile(files.get(index)).read();
    if (!resizes && !picture.shape().equals(shape)) {
      throw FolderErrors.otherSize(files.get(0), shape, files.get(index), picture.shape());
    }
    byte[] pixels = Bilinear.resize(picture.pixels(), picture.shape(), shape);
    System.arraycopy(pixels, 0, into, offset, pixels.length);
  }
}
