package org.skipjack.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Labelled images of one size, immutable: {@code [size, channels, height, width]}, one unsigned
 * byte a value.
 *
 * <p>All pixels lie in one array, planes of an image one after the other, rows from top to bottom.
 * A label is the index of a class in {@link #classNames()}. Two sets are equal if their names,
 * classes, labels and pixels are.
 */
public final class Dataset {
  private final String name;
  private final List<String> classNames;
  private final int size;
  private final ImageShape imageShape;
  private final byte[] labels;
  private final byte[] pixels;
  private volatile String digest = "";

  private Dataset(
      String name,
      List<String> classNames,
      int size,
      ImageShape imageShape,
      byte[] labels,
      byte[] pixels) {
    this.name = name;
    this.classNames = classNames;
    this.size = size;
    this.imageShape = imageShape;
    this.labels = labels;
    this.pixels = pixels;
  }

  /**
   * A set of {@code labels.length} images, copied from the arrays.
   *
   * @param name what the set is called on screen and in records, for example {@code "cifar10"}
   * @param classNames 1 to 256 different names
   * @param labels one class index an image, unsigned
   * @param pixels {@code [N, channels, height, width]}, unsigned
   * @throws DatasetException if a size does not fit the others, or a label has no class
   */
  public static Dataset of(
      String name,
      List<String> classNames,
      int channels,
      int height,
      int width,
      byte[] labels,
      byte[] pixels) {
    return adopt(
        name, classNames, new ImageShape(channels, height, width), labels.clone(), pixels.clone());
  }

  /** As {@link #of}, but keeps the arrays it is given: for readers that give theirs away. */
  static Dataset adopt(
      String name, List<String> classNames, ImageShape imageShape, byte[] labels, byte[] pixels) {
    List<String> classes = List.copyOf(classNames);
    DatasetChecks.check(name, classes, imageShape, labels, pixels);
    return new Dataset(name, classes, labels.length, imageShape, labels, pixels);
  }

  /** What the set is called, for example {@code "cifar10"}. */
  public String name() {
    return name;
  }

  /** The classes in the order of their labels. */
  public List<String> classNames() {
    return classNames;
  }

  /** The number of images. */
  public int size() {
    return size;
  }

  /** The number of values of a pixel, 3 for colour. */
  public int channels() {
    return imageShape.channels();
  }

  /** The height of an image in pixels. */
  public int height() {
    return imageShape.height();
  }

  /** The width of an image in pixels. */
  public int width() {
    return imageShape.width();
  }

  /**
   * The class of image {@code index}, an index into {@link #classNames()}.
   *
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public int label(int index) {
    checkIndex(index);
    return Byte.toUnsignedInt(labels[index]);
  }

  /**
   * A copy of the pixels of image {@code index}: unsigned, {@code [channels, height, width]}.
   *
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public byte[] image(int index) {
    checkIndex(index);
    int start = index * imageSize();
    return Arrays.copyOfRange(pixels, start, start + imageSize());
  }

  /**
   * The first {@code count} images, or all if there are fewer; shares the pixels, so it costs
   * nothing.
   *
   * @throws DatasetException if {@code count} is not positive
   */
  public Dataset take(int count) {
    if (count <= 0) {
      throw new DatasetException(
          "cannot take "
              + count
              + " images of "
              + name
              + ".\nFix: take at least 1; there are "
              + size
              + ".");
    }
    return count >= size ? this : new Dataset(name, classNames, count, imageShape, labels, pixels);
  }

  /**
   * The SHA-256 of the set's content in hexadecimal: the classes, the shape, the labels and the
   * pixels, not the name.
   *
   * <p>Hashed are the UTF-8 text {@code "skipjack dataset 1\nshape N C H W\nclass a\nclass b\n"}
   * with a line for each class, then the labels, then the pixels.
   */
  public String digest() {
    if (digest.isEmpty()) {
      digest = computeDigest();
    }
    return digest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dataset that
        && name.equals(that.name)
        && classNames.equals(that.classNames)
        && shape().equals(that.shape())
        && Arrays.equals(labels, 0, size, that.labels, 0, size)
        && Arrays.equals(pixels, 0, size * imageSize(), that.pixels, 0, size * imageSize());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, classNames, shape());
  }

  /** For example {@code "cifar10 [50000, 3, 32, 32], 10 classes"}. */
  @Override
  public String toString() {
    return name + " " + shape() + ", " + classNames.size() + " classes";
  }

  /** The number of values of one image. */
  int imageSize() {
    return (int) imageShape.size();
  }

  /**
   * The backing pixels, not to be written to; image {@code i} starts at {@code i · imageSize()}.
   */
  byte[] pixels() {
    return pixels;
  }

  private List<Integer> shape() {
    return List.of(size, imageShape.channels(), imageShape.height(), imageShape.width());
  }

  private void checkIndex(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          "there is no image " + index + " in " + name + ": it has " + size + ", counted from 0.");
    }
  }

  private String computeDigest() {
    StringBuilder header = new StringBuilder("skipjack dataset 1\nshape");
    shape().forEach(extent -> header.append(' ').append(extent));
    header.append('\n');
    classNames.forEach(className -> header.append("class ").append(className).append('\n'));
    MessageDigest sha = sha256();
    sha.update(header.toString().getBytes(StandardCharsets.UTF_8));
    sha.update(labels, 0, size);
    sha.update(pixels, 0, size * imageSize());
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256, but this one does not.", e);
    }
  }
}
