package org.skipjack.data;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The pixels of images that are in arrays, in Java's images or in files of the caller's. */
final class OwnImages {
  /** An image that is no wider than this and deeper than this has its channels last. */
  private static final int FEW_CHANNELS = 4;

  private final int count;
  private final Pixels pixels;

  private OwnImages(int count, Pixels pixels) {
    this.count = count;
    this.pixels = pixels;
  }

  /** The number of images. */
  int count() {
    return count;
  }

  Pixels pixels() {
    return pixels;
  }

  /** {@code [N][channels][height][width]}. */
  static OwnImages of(float[][][][] images) {
    requireSome(images.length);
    int height = length(images[0]);
    ImageShape shape = shape(images[0].length, height, height == 0 ? 0 : length(images[0][0]));
    float[] values = allocate(images.length, shape);
    int end = 0;
    for (int i = 0; i < images.length; i++) {
      requireLength(i, "channels", images[i].length, shape.channels(), shape);
      for (float[][] channel : images[i]) {
        requireLength(i, "rows", channel.length, shape.height(), shape);
        for (float[] row : channel) {
          requireLength(i, "columns", row.length, shape.width(), shape);
          System.arraycopy(row, 0, values, end, row.length);
          end += row.length;
        }
      }
    }
    return inMemory(images.length, shape, values);
  }

  private static int length(float[][][] image) {
    return image.length == 0 ? 0 : image[0].length;
  }

  private static int length(float[][] channel) {
    return channel.length == 0 ? 0 : channel[0].length;
  }

  /** {@code [N][features]}, each a channel of a single pixel. */
  static OwnImages of(double[][] rows) {
    requireSome(rows.length);
    ImageShape shape = new ImageShape(rows[0].length, 1, 1);
    float[] values = allocate(rows.length, shape);
    for (int i = 0; i < rows.length; i++) {
      requireLength(i, "values", rows[i].length, shape.channels(), shape);
      for (int j = 0; j < rows[i].length; j++) {
        values[i * shape.channels() + j] = (float) rows[i][j];
      }
    }
    return inMemory(rows.length, shape, values);
  }

  /** {@code [N, channels, height, width]}, {@code [N, height, width]} or {@code [N, features]}. */
  static OwnImages of(INDArray images) {
    long[] extents = images.shape();
    int rank = extents.length;
    if (rank < 2 || rank > 4) {
      throw failure(
          "the array of images has the shape %s, expected [N, channels, height, width], [N, height, width] or [N, features].\n"
              + "Fix: reshape it.",
          Arrays.toString(extents));
    }
    requireSome(extents[0]);
    int last = Math.toIntExact(extents[rank - 1]);
    ImageShape shape =
        switch (rank) {
          case 2 -> new ImageShape(last, 1, 1);
          case 3 -> shape(1, Math.toIntExact(extents[1]), last);
          default -> shape(Math.toIntExact(extents[1]), Math.toIntExact(extents[2]), last);
        };
    int count = Math.toIntExact(extents[0]);
    float[] values = allocate(count, shape);
    try (INDArray inOrder = images.dup('c')) {
      System.arraycopy(inOrder.data().asFloat(), 0, values, 0, values.length);
    }
    return inMemory(count, shape, values);
  }

  /** Images of Java or paths of files; those of files are decoded whenever they are needed. */
  static OwnImages of(List<?> images) {
    requireSome(images.size());
    List<Source> sources =
        IntStream.range(0, images.size()).mapToObj(i -> Source.of(i, images.get(i))).toList();
    ImageShape shape = sources.get(0).shape();
    for (int i = 1; i < sources.size(); i++) {
      if (!sources.get(i).shape().equals(shape)) {
        throw failure(
            "image %d has the shape %s (CHW), image 0 %s.\nFix: bring the images to one size.",
            i, sources.get(i).shape(), shape);
      }
    }
    return new OwnImages(images.size(), new Sources(shape, sources));
  }

  private record Sources(ImageShape shape, List<Source> sources) implements Pixels {
    @Override
    public void copy(int index, byte[] into, int offset) {
      byte[] image = sources.get(index).pixels();
      if (image.length != shape.size()) {
        throw failure(
            "image %d has another size than when the data set was made.\nFix: make it again.",
            index);
      }
      System.arraycopy(image, 0, into, offset, image.length);
    }
  }

  /** One image, decoded whenever it is needed. */
  private record Source(ImageShape shape, Supplier<ImageFile.Picture> picture) {
    static Source of(int index, Object image) {
      if (image instanceof BufferedImage ofJava) {
        ImageFile.Picture picture = ImageFile.Picture.of(ofJava);
        return new Source(picture.shape(), () -> picture);
      }
      if (image instanceof Path path) {
        ImageFile file = new ImageFile(path);
        return new Source(file.shape(), file::read);
      }
      throw failure(
          "image %d is a %s, expected a BufferedImage or a Path.\nFix: give one of these.",
          index, image.getClass().getName());
    }

    byte[] pixels() {
      return picture.get().pixels();
    }
  }

  /** The same images with the channels before the rows. */
  static float[][][][] channelsFirst(float[][][][] images) {
    float[][][][] moved = new float[images.length][][][];
    for (int i = 0; i < images.length; i++) {
      int height = images[i].length;
      int width = length(images[i]);
      int channels = width == 0 ? 0 : images[i][0][0].length;
      moved[i] = new float[channels][height][width];
      for (int y = 0; y < height; y++) {
        requireLength(i, "columns", images[i][y].length, width, List.of(height, width, channels));
        for (int x = 0; x < width; x++) {
          float[] pixel = images[i][y][x];
          requireLength(i, "channels", pixel.length, channels, List.of(height, width, channels));
          for (int channel = 0; channel < channels; channel++) {
            moved[i][channel][y][x] = pixel[channel];
          }
        }
      }
    }
    return moved;
  }

  /** A shape that a person can have meant, channels first. */
  private static ImageShape shape(int channels, int height, int width) {
    if (width <= FEW_CHANNELS && channels > FEW_CHANNELS && height > FEW_CHANNELS) {
      throw failure(
          "the images have the shape %s (CHW), %d channels of %d × %d pixels: the channels seem to stand last.\n"
              + "Fix: Dataset.of(hwc(images), labels)",
          new ImageShape(channels, height, width), channels, height, width);
    }
    return new ImageShape(channels, height, width);
  }

  private static float[] allocate(int count, ImageShape shape) {
    long size = count * shape.size();
    if (size > Integer.MAX_VALUE - 8) {
      throw failure(
          "%,d images %s have %,d values, expected at most %,d in an array.\n"
              + "Fix: give them as files, Dataset.of(paths, labels).",
          count, shape, size, Integer.MAX_VALUE - 8);
    }
    return new float[(int) size];
  }

  /** Whole numbers from 0 to 255 as they are, shares from 0 to 1 to the nearest 255th. */
  private static OwnImages inMemory(int count, ImageShape shape, float[] values) {
    boolean shares = true;
    for (float value : values) {
      shares &= value <= 1;
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      boolean fits = value >= 0 && value <= 255 && (shares || value == (int) value);
      if (!fits) {
        throw failure(
            "image %d has the value %s at %d of %s (CHW), expected whole numbers from 0 to 255, or values from 0 to 1 throughout.\n"
                + "Fix: scale the values to 0 to 1; a net is given them less the mean image of the training set.",
            i / shape.size(), value, i % shape.size(), shape);
      }
      bytes[i] = (byte) Math.round(shares ? 255 * value : value);
    }
    return new OwnImages(count, new InMemoryPixels(shape, bytes));
  }

  private static void requireSome(long count) {
    if (count == 0) {
      throw failure("there are no images.\nFix: give at least one.");
    }
  }

  private static void requireLength(
      int image, String what, int length, int expected, Object shapeOfFirst) {
    if (length != expected) {
      throw failure(
          "image %d has %d %s, image 0 has %d: %s.\nFix: bring the images to one shape.",
          image, length, what, expected, shapeOfFirst);
    }
  }

  private static DatasetException failure(String format, Object... parts) {
    return new DatasetException(String.format(Locale.ROOT, format, parts));
  }
}
