package org.skipjack.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Labeled images of one size, immutable: {@code [size, channels, height, width]}, one unsigned byte
 * a value.
 *
 * <p>The pixels stay where they are, in memory, in mapped files or in image files, and are read by
 * the image; planes of an image one after the other, rows from top to bottom. A label is the index
 * of a class in {@link #classNames()}. Two sets are equal if their names, classes, labels and
 * pixels are.
 */
public final class Dataset {
  private final String name;
  private final List<String> classNames;
  private final int[] labels;
  private final Pixels pixels;

  /** Whether this is what its publisher published, or null if there is no such thing. */
  private final @Nullable BooleanSupplier proof;

  /** The set of which this is a part, or null if it is whole. */
  private final @Nullable Dataset whole;

  private volatile String digest = "";

  private Dataset(Dataset whole, int[] labels, Pixels pixels) {
    this.name = whole.name;
    this.classNames = whole.classNames;
    this.labels = labels;
    this.pixels = pixels;
    this.proof = null;
    this.whole = whole;
  }

  private Dataset(
      String name,
      List<String> classNames,
      int[] labels,
      Pixels pixels,
      @Nullable BooleanSupplier proof) {
    this.name = name;
    this.classNames = classNames;
    this.labels = labels;
    this.pixels = pixels;
    this.proof = proof;
    this.whole = null;
  }

  /**
   * A set of {@code labels.length} images, copied from the arrays.
   *
   * @param name what the set is called on screen and in records, for example {@code "cifar10"}
   * @param classNames 1 to 65,536 different names
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

  /** As {@link #of}, but keeps the pixels it is given: for readers that give theirs away. */
  public static Dataset adopt(
      String name, List<String> classNames, ImageShape imageShape, byte[] labels, byte[] pixels) {
    int[] wide = new int[labels.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = Byte.toUnsignedInt(labels[i]);
    }
    DatasetChecks.checkSizes(name, imageShape, labels.length, pixels.length);
    return over(name, classNames, wide, new InMemoryPixels(imageShape, pixels));
  }

  /**
   * A set of images in an array.
   *
   * <p>Values are whole numbers from 0 to 255, kept as they are, or numbers from 0 to 1, kept to
   * the nearest 255th: a pixel is a byte. Channels come first; {@code hwc(images)} brings those
   * that come last there.
   *
   * @param images {@code [N, channels, height, width]}, {@code [N, height, width]} of one channel,
   *     or {@code [N, features]}, each a channel of a single pixel
   * @param labels the class of each image, counted from 0; classes are named by their numbers
   * @throws DatasetException if a value is out of range, or there are more or fewer labels
   */
  public static Dataset of(INDArray images, int[] labels) {
    return OwnLabels.of(labels).label(OwnImages.of(images));
  }

  /** As {@link #of(INDArray, int[])}, by the names of classes, which are put in order. */
  public static Dataset of(INDArray images, List<String> labels) {
    return OwnLabels.of(labels).label(OwnImages.of(images));
  }

  /** As {@link #of(INDArray, int[])}, of {@code [N][channels][height][width]}. */
  public static Dataset of(float[][][][] images, int[] labels) {
    return OwnLabels.of(labels).label(OwnImages.of(images));
  }

  /** As {@link #of(float[][][][], int[])}, by the names of classes, which are put in order. */
  public static Dataset of(float[][][][] images, List<String> labels) {
    return OwnLabels.of(labels).label(OwnImages.of(images));
  }

  /** As {@link #of(INDArray, int[])}, of {@code [N][features]}. */
  public static Dataset of(double[][] rows, int[] labels) {
    return OwnLabels.of(labels).label(OwnImages.of(rows));
  }

  /** As {@link #of(double[][], int[])}, by the names of classes, which are put in order. */
  public static Dataset of(double[][] rows, List<String> labels) {
    return OwnLabels.of(labels).label(OwnImages.of(rows));
  }

  /**
   * A set of images of Java ({@link java.awt.image.BufferedImage}) or of image files ({@link
   * java.nio.file.Path}), {@code [3, height, width]}, all of one size. Files are decoded whenever
   * they are needed.
   *
   * @param labels the class of each image, counted from 0; classes are named by their numbers
   * @throws DatasetException if an image cannot be read or has another size, or there are more or
   *     fewer labels
   */
  public static Dataset of(List<?> images, int[] labels) {
    return OwnLabels.of(labels).label(OwnImages.of(images));
  }

  /** As {@link #of(List, int[])}, by the names of classes, which are put in order. */
  public static Dataset of(List<?> images, List<String> labels) {
    return OwnLabels.of(labels).label(OwnImages.of(images));
  }

  /** Images without labels, to predict the classes of; see {@link #of(INDArray, int[])}. */
  public static Dataset of(INDArray images) {
    return OwnLabels.none(OwnImages.of(images));
  }

  /** Images without labels, to predict the classes of; see {@link #of(float[][][][], int[])}. */
  public static Dataset of(float[][][][] images) {
    return OwnLabels.none(OwnImages.of(images));
  }

  /** Images without labels, to predict the classes of; see {@link #of(List, int[])}. */
  public static Dataset of(List<?> images) {
    return OwnLabels.none(OwnImages.of(images));
  }

  /**
   * A set over a source of pixels, whose first {@code labels.length} images are taken.
   *
   * @param labels kept, not copied
   */
  public static Dataset over(String name, List<String> classNames, int[] labels, Pixels pixels) {
    List<String> classes = List.copyOf(classNames);
    DatasetChecks.check(name, classes, labels, pixels.shape());
    return new Dataset(name, classes, labels, pixels, null);
  }

  /**
   * This set, marked as having the name of a published one.
   *
   * @param isOfficial shows whether it is what was published; asked when somebody wants to know
   */
  public Dataset published(BooleanSupplier isOfficial) {
    return new Dataset(name, classNames, labels, pixels, isOfficial);
  }

  /**
   * Whether this set, or the one of which it is a part, is shown to be what its publisher
   * published. Reads all of it once where there is something to compare with.
   */
  public Authenticity authenticity() {
    if (whole != null) {
      return whole.authenticity();
    }
    if (proof == null) {
      return Authenticity.OWN;
    }
    return proof.getAsBoolean() ? Authenticity.OFFICIAL : Authenticity.NOT_OFFICIAL;
  }

  /** This set under another name, which is what a run or a report calls it. */
  public Dataset named(String other) {
    DatasetChecks.checkName(other);
    return new Dataset(other, classNames, labels, pixels, null);
  }

  /**
   * Divides the set into images to learn from and images to be judged by; see {@link
   * DataSplit#divide}.
   *
   * @param testFraction the share of each class that becomes test images, in (0, 1)
   */
  public DataSplit split(double testFraction) {
    return DataSplit.divide(this, testFraction, Seed.of(0));
  }

  /** The name of the set, for example {@code "cifar10"}. */
  public String name() {
    return name;
  }

  /** The classes in the order of their labels. */
  public List<String> classNames() {
    return classNames;
  }

  /** The number of images. */
  public int size() {
    return labels.length;
  }

  /** The number of values of a pixel, 3 for color. */
  public int channels() {
    return pixels.shape().channels();
  }

  /** The height of an image in pixels. */
  public int height() {
    return pixels.shape().height();
  }

  /** The width of an image in pixels. */
  public int width() {
    return pixels.shape().width();
  }

  /**
   * The class of image {@code index}, an index into {@link #classNames()}.
   *
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public int label(int index) {
    checkIndex(index);
    return labels[index];
  }

  /**
   * A copy of the pixels of image {@code index}: unsigned, {@code [channels, height, width]}.
   *
   * @throws IndexOutOfBoundsException if there is no such image
   * @throws DatasetException if its file cannot be read
   */
  public byte[] image(int index) {
    checkIndex(index);
    byte[] image = new byte[imageSize()];
    pixels.copy(index, image, 0);
    return image;
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
              + size()
              + ".");
    }
    return count >= size() ? this : new Dataset(this, Arrays.copyOf(labels, count), pixels);
  }

  /**
   * The SHA-256 of the set's content in hexadecimal: the classes, the shape, the labels and the
   * pixels, not the name.
   *
   * <p>Hashed are the UTF-8 text {@code "skipjack dataset 1\nshape N C H W\nclass a\nclass b\n"}
   * with a line for each class, then the labels, a byte each (two, the high one first, if there are
   * more than 256 classes), then the pixels.
   */
  public String digest() {
    if (digest.isEmpty()) {
      digest = DatasetDigest.of(this);
    }
    return digest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dataset that
        && name.equals(that.name)
        && classNames.equals(that.classNames)
        && shape().equals(that.shape())
        && Arrays.equals(labels, that.labels)
        && (pixels == that.pixels || digest().equals(that.digest()));
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
  public int imageSize() {
    return (int) pixels.shape().size();
  }

  /** Copies the pixels of image {@code index} to {@code into}, from {@code offset} on. */
  public void copyImage(int index, byte[] into, int offset) {
    pixels.copy(index, into, offset);
  }

  /** The number of images of each class. */
  public int[] histogram() {
    int[] counts = new int[classNames.size()];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  /** The labels that no image has, for example {@code "0, 2 to 254"}. */
  public String emptyClasses() {
    int[] counts = histogram();
    List<String> runs = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      int first = label;
      while (label < counts.length && counts[label] == 0) {
        label++;
      }
      if (label > first) {
        runs.add(label == first + 1 ? "" + first : first + " to " + (label - 1));
      }
    }
    return String.join(", ", runs);
  }

  /** The names of the classes that no image has, with commas between them. */
  public String emptyClassNames() {
    int[] counts = histogram();
    return IntStream.range(0, counts.length)
        .filter(label -> counts[label] == 0)
        .mapToObj(classNames::get)
        .collect(Collectors.joining(", "));
  }

  /** The images at some indices, in that order. */
  Dataset choose(int[] indices) {
    int[] chosen = new int[indices.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = label(indices[i]);
    }
    return new Dataset(this, chosen, new PixelSubset(pixels, indices.clone()));
  }

  List<Integer> shape() {
    ImageShape image = pixels.shape();
    return List.of(size(), image.channels(), image.height(), image.width());
  }

  private void checkIndex(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(
          "there is no image "
              + index
              + " in "
              + name
              + ": it has "
              + size()
              + ", counted from 0.");
    }
  }
}
