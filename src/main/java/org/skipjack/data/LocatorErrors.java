package org.skipjack.data;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said when data cannot be found by its word. */
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

  static DatasetException cifar10Missing(Path folder, List<Path> places) {
    String looked = places.stream().map(place -> "    " + place).collect(joining("\n"));
    return new DatasetException(
        """
        cifar10 is not in the data folder %s. Looked for the six .bin files or the archive at

        %s

        Fix: put the official %s into %s,
         or: set the environment variable %s to the folder that holds it."""
            .formatted(folder, looked, "cifar-10-binary.tar.gz", folder, DataLocator.VARIABLE));
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
