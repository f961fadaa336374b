package org.skipjack.data.format;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.skipjack.data.ImageShape;
import org.skipjack.data.InMemoryPixels;
import org.skipjack.data.Pixels;

/**
 * A file in the IDX format of MNIST: two zero bytes, the type 8 (unsigned byte), the number of
 * axes, the size of each axis in four bytes with the high one first, and then the values.
 *
 * <p>A plain file is mapped, one that ends in {@code .gz} is unpacked into memory. Nothing is
 * allocated before the sizes that the header states have been held against the file.
 */
final class IdxFile {
  /** What deflate can shrink by at most: 258 bytes to 2 bits. */
  private static final long MOST_SHRUNK = 1032;

  private static final long UNSIGNED_BYTES = 8;

  private final Path path;
  private final IdxErrors errors;
  private final long[] sizes;

  private IdxFile(Path path, long[] sizes) {
    this.path = path;
    this.errors = new IdxErrors(path);
    this.sizes = sizes;
  }

  /** The labels in a file of one axis. */
  static int[] labels(Path path) {
    IdxFile file = open(path, 1);
    int count = file.count();
    byte[] bytes = file.isCompressed() ? file.unpacked(1) : file.plain(1);
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = Byte.toUnsignedInt(bytes[i]);
    }
    return labels;
  }

  /** Images of one channel and how many there are. */
  record Images(int count, Pixels pixels) {}

  /** The images in a file of three axes. */
  static Images images(Path path) {
    IdxFile file = open(path, 3);
    int count = file.count();
    long imageSize = file.imageSize();
    ImageShape shape = new ImageShape(1, (int) file.sizes[1], (int) file.sizes[2]);
    if (file.isCompressed()) {
      return new Images(count, new InMemoryPixels(shape, file.unpacked(imageSize)));
    }
    file.checkPlainSize(imageSize);
    try {
      MappedFile mapped = MappedFile.open(path, file.headerSize(), (int) imageSize, count);
      return new Images(count, new MappedPixels(shape, mapped));
    } catch (IOException e) {
      throw file.errors.failed(e, 0);
    }
  }

  private static IdxFile open(Path path, int axes) {
    IdxErrors errors = new IdxErrors(path);
    long read = 0;
    try (InputStream in = stream(path)) {
      byte[] magic = in.readNBytes(4);
      read = magic.length;
      if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
        throw errors.notIdx(magic, axes);
      }
      if (magic[2] != UNSIGNED_BYTES || magic[3] != axes) {
        throw errors.notIdx(magic, axes);
      }
      byte[] bytes = in.readNBytes(4 * axes);
      read += bytes.length;
      if (bytes.length < 4 * axes) {
        throw errors.endsEarly(read, 4 + 4L * axes);
      }
      long[] sizes = new long[axes];
      for (int i = 0; i < bytes.length; i++) {
        sizes[i / 4] = (sizes[i / 4] << 8) | (bytes[i] & 0xFF);
      }
      return new IdxFile(path, sizes);
    } catch (IOException e) {
      throw errors.failed(e, read);
    }
  }

  private static InputStream stream(Path path) throws IOException {
    // A channel would be closed by an interrupt.
    InputStream file = new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16);
    if (!isCompressed(path)) {
      return file;
    }
    try {
      return new GZIPInputStream(file, 1 << 16);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static boolean isCompressed(Path path) {
    return path.toString().endsWith(".gz");
  }

  private boolean isCompressed() {
    return isCompressed(path);
  }

  private int headerSize() {
    return 4 + 4 * sizes.length;
  }

  private int count() {
    if (sizes[0] < 1 || sizes[0] > Integer.MAX_VALUE) {
      throw errors.badSize(0, sizes[0]);
    }
    return (int) sizes[0];
  }

  private long imageSize() {
    for (int axis = 1; axis < sizes.length; axis++) {
      if (sizes[axis] < 1 || sizes[axis] > Short.MAX_VALUE) {
        throw errors.badSize(axis, sizes[axis]);
      }
    }
    return sizes[1] * sizes[2];
  }

  private void checkPlainSize(long recordSize) {
    try {
      long size = Files.size(path);
      long expected = headerSize() + count() * recordSize;
      if (size != expected) {
        throw errors.wrongLength(size, expected);
      }
    } catch (IOException e) {
      throw errors.failed(e, 0);
    }
  }

  private byte[] plain(long recordSize) {
    checkPlainSize(recordSize);
    try (InputStream in = stream(path)) {
      in.skipNBytes(headerSize());
      return in.readNBytes(count());
    } catch (IOException e) {
      throw errors.failed(e, headerSize());
    }
  }

  private byte[] unpacked(long recordSize) {
    long expected = count() * recordSize;
    CountingStream counted = null;
    try (InputStream in = stream(path)) {
      if (expected > Files.size(path) * MOST_SHRUNK) {
        throw errors.impossible(expected);
      }
      if (expected > Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 2)) {
        throw errors.tooLarge(expected);
      }
      counted = new CountingStream(in);
      counted.skipNBytes(headerSize());
      byte[] bytes = counted.readNBytes((int) expected);
      if (bytes.length < expected) {
        throw errors.endsEarly(headerSize() + bytes.length, headerSize() + expected);
      }
      if (counted.read() != -1) {
        throw errors.wrongLength(headerSize() + expected + 1, headerSize() + expected);
      }
      return bytes;
    } catch (IOException e) {
      throw errors.failed(e, counted == null ? 0 : counted.count());
    }
  }
}
