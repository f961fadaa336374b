package org.skipjack.data;

import java.util.Locale;
import java.util.Optional;

/**
 * Options for reading data: image size, test fraction, split seed.
 *
 * @param size height and width: images of a folder are resized to it, rows of a table have it
 * @param testFraction the share of each class that becomes test images where the data does not say
 *     which are, in (0, 1)
 * @param splitSeed what decides which images these are
 */
public record ReadOptions(Optional<Size> size, double testFraction, long splitSeed) {
  /** The size that the data has, a fifth for the test, seed 0. */
  public static final ReadOptions DEFAULT = new ReadOptions(Optional.empty(), 0.2, 0);

  /**
   * The size of an image in pixels.
   *
   * @param height the number of rows
   * @param width the number of columns
   */
  public record Size(int height, int width) {
    private static final int LARGEST = 4096;

    /**
     * Checks the two.
     *
     * @throws IllegalArgumentException if one is not in 1 to 4,096
     */
    public Size {
      if (Math.min(height, width) < 1 || Math.max(height, width) > LARGEST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the size %dx%d is out of range, expected 1 to %d each.%nFix: --size 32x32",
                height,
                width,
                LARGEST));
      }
    }

    /**
     * Reads a text such as {@code "32x48"}, height first.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Size parse(String text) {
      if (!text.matches("\\d{1,6}x\\d{1,6}")) {
        throw new IllegalArgumentException(
            "the size is \"%s\", expected HEIGHTxWIDTH.%nFix: --size 32x32".formatted(text));
      }
      String[] parts = text.split("x", -1);
      return new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** For example {@code "32x48"}. */
    @Override
    public String toString() {
      return height + "x" + width;
    }
  }

  /**
   * Checks the fraction.
   *
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public ReadOptions {
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new IllegalArgumentException(
          "the test fraction is %s, expected more than 0 and less than 1.%nFix: --test-fraction 0.2"
              .formatted(testFraction));
    }
  }

  /** These options with a size. */
  public ReadOptions size(int height, int width) {
    return new ReadOptions(Optional.of(new Size(height, width)), testFraction, splitSeed);
  }
}
