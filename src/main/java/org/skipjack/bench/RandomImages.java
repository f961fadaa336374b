package org.skipjack.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.skipjack.data.Dataset;
import org.skipjack.data.RandomSource;
import org.skipjack.data.Seed;
import org.skipjack.graph.Shape;

/** Images of random pixels with random labels: what they show makes no difference to the time. */
final class RandomImages {
  /** A label is given as one byte; nets with more classes are shown the first of them only. */
  private static final int MOST_LABELS = 256;

  private RandomImages() {}

  /**
   * @throws IllegalArgumentException if they would not fit into an array
   */
  static Dataset of(long images, Shape shape, int classes) {
    long values = images * shape.elements();
    if (values > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d images %s are %,d bytes, and an array holds 2³¹.%nFix: a smaller batch, or fewer steps",
              images,
              shape,
              values));
    }
    RandomSource random = Seed.of(1).random();
    byte[] pixels = new byte[(int) values];
    byte[] labels = new byte[(int) images];
    random.nextBytes(pixels);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) random.nextInt(Math.min(classes, MOST_LABELS));
    }
    List<String> names = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    return Dataset.of(
        "random images", names, shape.channels(), shape.height(), shape.width(), labels, pixels);
  }
}
