package org.skipjack.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.DatasetException;
import org.skipjack.data.Pixels;

/**
 * The reader of a folder with the four files of MNIST and its relatives: images and labels for
 * training and for testing, in the IDX format, plain or {@code .gz}.
 *
 * <p>Files are found by their names, such as {@code train-images-idx3-ubyte} and {@code
 * t10k-labels-idx1-ubyte.gz}, with any prefix; a plain file goes before its compressed twin. Images
 * have one channel. Those of EMNIST (prefix {@code emnist-}) lie by columns in their files and are
 * given upright. Format: LeCun, Cortes, Burges, The MNIST database.
 *
 * @param name what the set is called
 * @param prefix the beginning of the file names, or nothing if any will do
 * @param classNames the classes; empty for the digits that are found, {@code "0"} and up
 * @param firstLabel the label of the first class in the files
 */
public record Idx(String name, Optional<String> prefix, List<String> classNames, int firstLabel) {
  private static final Pattern NAME =
      Pattern.compile("(.*?)(train|t10k|test)-(images|labels)[-.]idx[13]-ubyte(\\.gz)?");
  private static final String BY_COLUMNS = "emnist-";

  /** Copies the list. */
  public Idx {
    classNames = List.copyOf(classNames);
  }

  /**
   * Opens the four files of a folder whose classes are numbers; the set is called by the folder.
   *
   * @throws DatasetException if a file is missing, damaged, or does not fit the others
   */
  public static DataSplit read(Path folder) {
    return read(folder, System.err::println);
  }

  /**
   * As {@link #read(Path)}.
   *
   * @param tell gets a line on classes that have no image, as where labels begin at 1
   */
  public static DataSplit read(Path folder, Consumer<String> tell) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    DataSplit split =
        new Idx(name == null ? "idx" : name.toString(), Optional.empty(), List.of(), 0)
            .open(folder);
    String empty = split.training().images().emptyClasses();
    if (!empty.isEmpty()) {
      tell.accept(
          String.format(
              Locale.ROOT,
              "%s: no training image has the label %s, and the labels go up to %d: a class each all the same",
              split.name(),
              empty,
              split.classes() - 1));
    }
    return split;
  }

  /** True if a file in this folder has a name of an IDX set. */
  public static boolean isFolder(Path folder) {
    return Files.isDirectory(folder)
        && list(folder).stream().anyMatch(file -> NAME.matcher(nameOf(file)).matches());
  }

  /**
   * Opens the four files of a folder.
   *
   * @throws DatasetException if a file is missing, damaged, or does not fit the others
   */
  public DataSplit open(Path folder) {
    try {
      return split(folder);
    } catch (DatasetException e) {
      throw e.in(folder);
    }
  }

  private DataSplit split(Path folder) {
    String found = prefix.orElseGet(() -> onlyPrefix(folder));
    Path trainingLabels = find(folder, found, "train", "labels");
    Path testLabels = find(folder, found, "t10k|test", "labels");
    int[] training = IdxFile.labels(trainingLabels);
    int[] test = IdxFile.labels(testLabels);
    List<String> classes = classNames.isEmpty() ? numbers(training, test) : classNames;
    if (IntStream.of(training).distinct().count() < 2 && classNames.isEmpty()) {
      throw IdxErrors.oneLabel(trainingLabels, training[0]);
    }
    shift(training, trainingLabels, classes.size());
    shift(test, testLabels, classes.size());
    return new DataSplit(
        dataset(find(folder, found, "train", "images"), trainingLabels, training, classes, found),
        dataset(find(folder, found, "t10k|test", "images"), testLabels, test, classes, found));
  }

  private Dataset dataset(
      Path path, Path labelPath, int[] labels, List<String> classes, String found) {
    IdxFile.Images images = IdxFile.images(path);
    if (images.count() != labels.length) {
      throw IdxErrors.unequal(path, images.count(), labelPath, labels.length);
    }
    Pixels pixels =
        found.startsWith(BY_COLUMNS) ? new TransposedPixels(images.pixels()) : images.pixels();
    return Dataset.over(name, classes, labels, pixels);
  }

  private void shift(int[] labels, Path path, int classes) {
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] - firstLabel;
      if (label < 0 || label >= classes) {
        throw IdxErrors.badLabel(path, i, labels[i], firstLabel, firstLabel + classes - 1);
      }
      labels[i] = label;
    }
  }

  private static List<String> numbers(int[] training, int[] test) {
    int last = IntStream.concat(IntStream.of(training), IntStream.of(test)).max().orElse(0);
    return IntStream.rangeClosed(0, last).mapToObj(String::valueOf).toList();
  }

  private static String onlyPrefix(Path folder) {
    TreeSet<String> prefixes = new TreeSet<>();
    for (Path file : list(folder)) {
      Matcher matcher = NAME.matcher(nameOf(file));
      if (matcher.matches()) {
        prefixes.add(matcher.group(1));
      }
    }
    if (prefixes.size() > 1) {
      throw new DatasetException(
          "%s holds several sets, whose file names begin with %s.\nFix: put each into a folder of its own."
              .formatted(folder, String.join(", ", prefixes)),
          folder,
          0);
    }
    return prefixes.isEmpty() ? "" : prefixes.first();
  }

  private static Path find(Path folder, String prefix, String role, String kind) {
    List<Path> candidates = new ArrayList<>();
    for (Path file : list(folder)) {
      Matcher matcher = NAME.matcher(nameOf(file));
      if (matcher.matches()
          && matcher.group(1).equals(prefix)
          && matcher.group(2).matches(role)
          && matcher.group(3).equals(kind)) {
        candidates.add(file);
      }
    }
    // Sorted, so that a plain file comes before its .gz.
    return candidates.stream()
        .min((a, b) -> nameOf(a).compareTo(nameOf(b)))
        .orElseThrow(
            () ->
                new DatasetException(
                    String.format(
                        Locale.ROOT,
                        "%s has no %s%s-%s-idx%d-ubyte, plain or .gz.\nFix: put all four files of the set into it.",
                        folder,
                        prefix,
                        role.equals("train") ? role : "t10k",
                        kind,
                        kind.equals("images") ? 3 : 1),
                    folder,
                    0));
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new DatasetException(
          folder + " cannot be listed: " + e.getMessage() + ".\nFix: check the folder's name.",
          e,
          folder,
          0);
    }
  }
}
