package org.skipjack.data.format;

import java.nio.file.Path;
import java.util.Locale;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ReadOptions;

/** Messages for a CSV file that is not a table of images. */
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

  private DatasetException column(String what, String fix) {
    return new DatasetException("%s %s.%nFix: %s".formatted(path, what, fix), path, 0);
  }

  DatasetException indexColumn(String why) {
    return column(
        "begins with a column that is no class but an index: " + why,
        "leave it out; pandas does with to_csv(…, index=False).");
  }

  DatasetException eachItsOwn(int lines) {
    return column(
        String.format(
            Locale.ROOT,
            "has another class in each of its %,d lines; its first column is no class",
            lines),
        "put the class of each image into the first column.");
  }

  DatasetException classIsLast(int first, int last) {
    return column(
        String.format(
            Locale.ROOT,
            "has %d numbers with gaps in its first column and %d without in its last: the class seems to be last, expected first",
            first,
            last),
        "name the column of the class in a header line, label; the others by any other names.");
  }

  DatasetException severalClasses(String first, String second) {
    return column(
        "has two columns that name a class, %s and %s, expected one".formatted(first, second),
        "leave one of them out.");
  }

  DatasetException oneClass(String name) {
    return column(
        "has the class %s in every line: there is nothing to tell apart".formatted(name),
        "put the class of each image into the first column, or name its column label in a header line.");
  }

  DatasetException otherEncoding(String encoding) {
    return column("is in " + encoding + ", expected UTF-8", "save it as UTF-8.");
  }

  DatasetException notUtf8(long line, long offset) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s, line %,d, byte %,d: the letters are not UTF-8.%nFix: save the file as UTF-8; from Latin-1, iconv -f latin1 -t utf-8.",
            path,
            line,
            offset),
        path,
        offset);
  }

  DatasetException otherSeparator(long line, String separator) {
    String name = separator.equals("\t") ? "tabs" : separator.equals(" ") ? "blanks" : separator;
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s, line %,d: the values seem to be separated by %s, expected commas.%nFix: save the file with commas.",
            path,
            line,
            name),
        path,
        0);
  }

  /** Lines that are whole images, and nothing beside. */
  DatasetException noClass(int values, int channels, int height, int width) {
    return column(
        String.format(
            Locale.ROOT,
            "has %,d values a line, which is %d × %d × %d and leaves none for the class",
            values,
            channels,
            height,
            width),
        "put the class of each image before its pixel values; data without classes cannot be learned from.");
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
