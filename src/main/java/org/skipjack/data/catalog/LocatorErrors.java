package org.skipjack.data.catalog;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skipjack.data.DatasetException;

/** Messages for data that cannot be found by its name or path. */
final class LocatorErrors {
  private LocatorErrors() {}

  static DatasetException unknown(String word, List<String> words) {
    String fix =
        nearest(word.toLowerCase(Locale.ROOT), words)
            .map(near -> "did you mean " + near + "?")
            .orElse("use one of these words, or the path of a folder or file that exists.");
    return new DatasetException(
        """
        there is no data called "%s", neither as a word nor as a path.
        Known words: %s.
        Fix: %s"""
            .formatted(word, String.join(", ", words), fix));
  }

  static DatasetException unnameable(String word) {
    return new DatasetException(
        """
        "%s" cannot be the name of a file in this locale, whose encoding is %s.
        Fix: set the environment variable LC_ALL=C.UTF-8, or use a name of ASCII letters."""
            .formatted(word, System.getProperty("sun.jnu.encoding")));
  }

  static DatasetException missing(DataFolder folder) {
    DatasetDescription datasetDescription = folder.description();
    String looked = folder.places().stream().map(place -> "    " + place).collect(joining("\n"));
    String archives =
        datasetDescription.archives().stream()
            .map(DatasetDescription.Archive::name)
            .collect(joining(", "));
    return new DatasetException(
        """
        %1$s is not in the data folder %2$s. Looked for its files or its archive at

        %3$s

        Fix: run: skipjack data fetch %1$s
         or: put the official %4$s into %5$s,
         or: set the environment variable %6$s to the folder that holds it."""
            .formatted(
                datasetDescription.name(),
                folder.data(),
                looked,
                archives,
                datasetDescription.home(folder.data()),
                DataLocator.VARIABLE));
  }

  static DatasetException whichEmnist(List<String> names) {
    return new DatasetException(
        "emnist is six sets in one.\nFix: say which, one of %s."
            .formatted(
                names.stream().filter(name -> name.startsWith("emnist-")).collect(joining(", "))));
  }

  static DatasetException notUnpacked(DataFolder folder, Path target, IOException cause) {
    return new DatasetException(
        "%s could not be unpacked to %s: %s.\nFix: free some space, make the folder writable, or set %s to another."
            .formatted(folder.description().name(), target, cause, DataLocator.VARIABLE),
        cause);
  }

  static DatasetException notFetched(DataFolder folder, IOException cause) {
    return new DatasetException(
        "%s could not be fetched into %s: %s.\nFix: free some space, make the folder writable, or set %s to another."
            .formatted(folder.description().name(), folder.data(), cause, DataLocator.VARIABLE),
        cause);
  }

  /** One compressed file of those that are not read so. */
  static DatasetException compressed(Path path) {
    boolean table = path.toString().toLowerCase(Locale.ROOT).endsWith(".csv.gz");
    return new DatasetException(
        table
            ? "%s is a compressed table, expected a plain one.\nFix: unpack it, gunzip -k %s, and give the .csv file."
                .formatted(path, path)
            : "%s is one of the four files of an IDX set, expected their folder.\nFix: give the folder %s."
                .formatted(path, path.toAbsolutePath().getParent()),
        path,
        0);
  }

  static DatasetException noReader(Path path) {
    return new DatasetException(
        """
        %s is no data that is known here. Expected a folder of CIFAR-10, CIFAR-100 or IDX files, a folder of
        images by class (cat/1.png, or train/cat/1.png and test/cat/2.png), a CSV file, or an archive of CIFAR.
        Fix: give one of these."""
            .formatted(path),
        path,
        0);
  }

  private static Optional<String> nearest(String word, List<String> words) {
    return words.stream()
        .filter(known -> distance(word, known) <= 2)
        .min(Comparator.comparingInt(known -> distance(word, known)));
  }

  /** The number of letters to change, add or drop to turn one word into the other (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
