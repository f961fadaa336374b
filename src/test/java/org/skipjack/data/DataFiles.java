package org.skipjack.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Makes small files of every format that is read. */
public final class DataFiles {
  private DataFiles() {}

  /** An IDX file of unsigned bytes with these axes. */
  public static byte[] idx(byte[] values, int... sizes) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + values.length);
    file.put(new byte[] {0, 0, 8, (byte) sizes.length});
    for (int size : sizes) {
      file.putInt(size);
    }
    return file.put(values).array();
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The four files of an MNIST-like set, compressed: image i of ten classes is a bar whose place
   * tells its class.
   */
  public static void mnist(Path folder, String prefix, int training, int test, int side)
      throws IOException {
    Files.createDirectories(folder);
    half(folder, prefix + "train", training, side);
    half(folder, prefix + "t10k", test, side);
  }

  private static void half(Path folder, String role, int images, int side) throws IOException {
    byte[] labels = new byte[images];
    byte[] pixels = new byte[images * side * side];
    for (int i = 0; i < images; i++) {
      labels[i] = (byte) (i % 10);
      for (int row = 0; row < side; row++) {
        pixels[(i * side + row) * side + i % 10] = (byte) (200 + i % 50);
      }
    }
    Files.write(folder.resolve(role + "-labels-idx1-ubyte.gz"), gzip(idx(labels, images)));
    Files.write(
        folder.resolve(role + "-images-idx3-ubyte.gz"), gzip(idx(pixels, images, side, side)));
  }

  /** An image whose red is by column, green by row, and blue the same everywhere. */
  public static BufferedImage picture(int type, int height, int width, int blue) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, 0xFF000000 | (10 * x) << 16 | (10 * y) << 8 | blue);
      }
    }
    return image;
  }

  public static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalStateException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes a file and the folders above it. */
  public static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, content);
  }
}
