package org.skipjack.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ImageShape;
import org.skipjack.data.InMemoryPixels;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.Seed;

/**
 * The reader of images in CSV files: a line an image, its class and then its pixel values, each a
 * whole number from 0 to 255; a header line may come first, and if it calls a column label, class
 * or target, that is where the class is. A class that is a word may come last, too.
 *
 * <p>Values lie in rows from top to bottom, three planes one after the other for color. The image
 * is {@link ReadOptions#size} high and wide, or a square if nothing is said. Classes are sorted, as
 * numbers if all are. Pixels are held in memory, a byte each.
 */
public final class Csv {
  private Csv() {}

  /**
   * Reads one file and divides it by {@link DataSplit#divide}, or the files {@code train.csv} and
   * {@code test.csv} of a folder.
   *
   * @throws DatasetException if a file is missing or a line is not what is expected
   */
  public static DataSplit read(Path path, ReadOptions options) {
    return read(path, options, System.err::println);
  }

  /**
   * As {@link #read(Path, ReadOptions)}.
   *
   * @param tell gets a line on classes that no training image has
   */
  public static DataSplit read(Path path, ReadOptions options, Consumer<String> tell) {
    try {
      return open(path, options, tell);
    } catch (DatasetException e) {
      throw e.in(path);
    }
  }

  private static DataSplit open(Path path, ReadOptions options, Consumer<String> tell) {
    if (isFolder(path)) {
      CsvTable training = CsvTable.read(path.resolve("train.csv"));
      CsvTable test = CsvTable.read(path.resolve("test.csv"));
      CsvErrors errors = new CsvErrors(path.resolve("train.csv"));
      List<String> classes =
          sorted(
              Stream.concat(training.classNames().stream(), test.classNames().stream()).toList());
      DataSplit split =
          new DataSplit(
              dataset(path.resolve("train.csv"), training, classes, options),
              dataset(path.resolve("test.csv"), test, classes, options));
      check(training, errors);
      String empty = split.training().images().emptyClassNames();
      if (!empty.isEmpty()) {
        tell.accept("%s: no training image has the class %s".formatted(path, empty));
      }
      return split;
    }
    CsvTable table = CsvTable.read(path);
    Dataset all = dataset(path, table, sorted(table.classNames()), options);
    check(table, new CsvErrors(path));
    return DataSplit.divide(all, options.testFraction(), Seed.of(options.splitSeed()));
  }

  private static void check(CsvTable table, CsvErrors errors) {
    new CsvChecks(table, errors).check();
    if (table.classNames().size() == 1) {
      throw errors.oneClass(table.classNames().get(0));
    }
  }

  /** True if the folder holds {@code train.csv} and {@code test.csv}. */
  public static boolean isFolder(Path folder) {
    return Files.isRegularFile(folder.resolve("train.csv"))
        && Files.isRegularFile(folder.resolve("test.csv"));
  }

  private static Dataset dataset(
      Path path, CsvTable table, List<String> classes, ReadOptions options) {
    List<String> met = table.classNames();
    int[] labels = table.labels();
    int[] places = met.stream().mapToInt(classes::indexOf).toArray();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = places[labels[i]];
    }
    ImageShape shape = shape(path, table.columns(), options);
    return Dataset.over(name(path), classes, labels, new InMemoryPixels(shape, table.pixels()));
  }

  private static String name(Path path) {
    String file = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    return file.endsWith(".csv") && file.length() > 4 ? file.substring(0, file.length() - 4) : file;
  }

  private static ImageShape shape(Path path, int columns, ReadOptions options) {
    if (options.size().isPresent()) {
      ReadOptions.Size size = options.size().get();
      int plane = size.height() * size.width();
      if (columns != plane && columns != 3 * plane) {
        refuseIfWhole(path, columns, size.height(), size.width());
        throw new CsvErrors(path).otherShape(columns, size);
      }
      return new ImageShape(columns / plane, size.height(), size.width());
    }
    for (int channels : new int[] {1, 3}) {
      int side = (int) Math.round(Math.sqrt((double) columns / channels));
      if (side * side * channels == columns) {
        return new ImageShape(channels, side, side);
      }
    }
    for (int channels : new int[] {1, 3}) {
      int side = (int) Math.round(Math.sqrt((columns + 1.0) / channels));
      refuseIfWhole(path, columns, side, side);
    }
    throw new CsvErrors(path).noShape(columns);
  }

  private static void refuseIfWhole(Path path, int columns, int height, int width) {
    for (int channels : new int[] {1, 3}) {
      if (columns + 1 == channels * height * width) {
        throw new CsvErrors(path).noClass(columns + 1, channels, height, width);
      }
    }
  }

  private static List<String> sorted(List<String> names) {
    TreeSet<String> sorted =
        names.stream().allMatch(name -> name.matches("\\d{1,9}"))
            ? new TreeSet<>(
                (a, b) -> {
                  int byValue = Integer.compare(Integer.parseInt(a), Integer.parseInt(b));
                  return byValue != 0 ? byValue : a.compareTo(b);
                })
            : new TreeSet<>();
    sorted.addAll(names);
    return List.copyOf(sorted);
  }
}
