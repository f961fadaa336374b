package org.skipjack.data.shapes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ImageShape;
import org.skipjack.data.Seed;

/**
 * A set of drawn images for learning without a download: ten figures, {@code [N, 3, size, size]},
 * made from a seed.
 *
 * <p>A figure has a random place, size, rotation and color, is brighter than its wavy background,
 * is crossed by one bar that hides a part of it, and lies under noise. Image {@code i} shows class
 * {@code i mod 10} and depends on the seed, on whether it is for training or for testing, and on
 * {@code i}, not on how many images there are. The bits are the same on every JDK and platform.
 *
 * @param size height and width of an image in pixels, 16 or 32
 * @param training the number of training images; positive
 * @param test the number of test images; positive
 * @param seed what all images come from
 */
public record Shapes(int size, int training, int test, Seed seed) {
  private static final int CHANNELS = 3;
  private static final int DEFAULT_TRAINING = 6_000;
  private static final int DEFAULT_TEST = 1_000;
  private static final Seed DEFAULT_SEED = Seed.of(0);
  private static final ShapeClass[] FIGURES = ShapeClass.values();

  /**
   * Checks the numbers.
   *
   * @throws DatasetException if the size is not one of the two or a count is not positive
   */
  public Shapes {
    if (size != 16 && size != 32) {
      throw new DatasetException(
          "shapes come in 16 or 32 pixels, not "
              + size
              + ".\nFix: use size "
              + (size < 24 ? 16 : 32)
              + ".");
    }
    if (training <= 0 || test <= 0) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "shapes need at least 1 training and 1 test image, got %d and %d.\nFix: use %d and %d.",
              training,
              test,
              Math.max(training, 1_000),
              Math.max(test, 1_000)));
    }
    int most = Integer.MAX_VALUE / (CHANNELS * size * size);
    if (training > most || test > most) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "a set holds at most %d shapes of %d pixels, got %d training and %d test images.\n%s",
              most,
              size,
              training,
              test,
              "Fix: ask for fewer."));
    }
  }

  /** 6,000 training and 1,000 test images from seed 0. */
  public static Shapes ofSize(int size) {
    return new Shapes(size, DEFAULT_TRAINING, DEFAULT_TEST, DEFAULT_SEED);
  }

  /** Draws both sets; the same as {@code new Shapes(size, training, test, seed).split()}. */
  public static DataSplit split(int size, int training, int test, Seed seed) {
    return new Shapes(size, training, test, seed).split();
  }

  /** The same shapes with these numbers of images. */
  public Shapes withCounts(int training, int test) {
    return new Shapes(size, training, test, seed);
  }

  /** The same shapes from another seed. */
  public Shapes withSeed(Seed seed) {
    return new Shapes(size, training, test, seed);
  }

  /** The names of the ten classes, in the order of their labels. */
  public static List<String> classNames() {
    return Arrays.stream(FIGURES).map(ShapeClass::title).toList();
  }

  /** Draws both sets. */
  public DataSplit split() {
    return new DataSplit(draw(training, seed.split("training")), draw(test, seed.split("test")));
  }

  private Dataset draw(int count, Seed origin) {
    int imageSize = CHANNELS * size * size;
    byte[] labels = new byte[count];
    byte[] pixels = new byte[count * imageSize];
    for (int i = 0; i < count; i++) {
      int label = i % FIGURES.length;
      labels[i] = (byte) label;
      new ShapePainter(size, origin.split(i).random()).paint(FIGURES[label], pixels, i * imageSize);
    }
    return Dataset.adopt(
        "shapes" + size, classNames(), new ImageShape(CHANNELS, size, size), labels, pixels);
  }
}
