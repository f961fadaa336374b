package org.skipjack.data;

import java.nio.file.Path;
import java.util.Locale;

/** What is said when a CSV file is no table of images. */
final class CsvErrors {
  static final String LAYOUT =
      "Expected a line an image: its class, then a number from 0 to 255 for each pixel value\n"
          + "(one channel, or the red, green and blue plane), separated by commas; a header line may come first.";

  private final Path path;

  CsvErrors(Path path) {
    this.path = path;
  }

  DatasetException badLine(long line, long offset, String what) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s, line %,d, byte %,d: %s.%n%s%nFix: correct the line, or remove it.",
            path,
            line,
            offset,
            what,
            LAYOUT),
        path,
        offset);
  }

  DatasetException noLines(long offset) {
    return new DatasetException(
        "%s holds no image.%n%s%nFix: give a file with at least two.".formatted(path, LAYOUT),
        path,
        offset);
  }

  DatasetException tooLarge(long offset) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s holds more pixels than fit into memory, noticed at byte %,d.%n"
                + "Fix: give Java more memory, SKIPJACK_JAVA_OPTS=-Xmx8g, or make a folder of images of it.",
            path,
            offset),
        path,
        offset);
  }

  DatasetException tooManyClasses(long line, long offset, int most) {
    return badLine(
        line,
        offset,
        String.format(
            Locale.ROOT, "there are more than %,d classes; is the first column the class?", most));
  }

  DatasetException noShape(int columns) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s has %,d pixel values a line, which make no square image of 1 or 3 channels.%n"
                + "Fix: say the size, for example --size 28x28.",
            path,
            columns),
        path,
        0);
  }

  DatasetException otherShape(int columns, ReadOptions.Size size) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s has %,d pixel values a line, expected %,d or %,d (1 or 3 channels of %s).%n"
                + "Fix: correct --size.",
            path,
            columns,
            size.height() * size.width(),
            3 * size.height() * size.width(),
            size),
        path,
        0);
  }

  DatasetException failed(Exception cause, long offset) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s cannot be read at byte %,d: %s.%nFix: check its name and permissions.",
            path,
            offset,
            cause.getMessage()),
        cause,
        path,
        offset);
  }
}
