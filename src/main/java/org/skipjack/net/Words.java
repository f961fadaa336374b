package org.skipjack.net;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The words of the language, and the nearest one to a word that is not. */
public final class Words {
  static final List<String> LAYERS =
      List.of(
          "conv",
          "batchNorm",
          "relu",
          "sigmoid",
          "tanh",
          "maxPool",
          "avgPool",
          "globalAvgPool",
          "flatten",
          "dense",
          "dropout",
          "residual",
          "block",
          "repeat",
          "named",
          "plain");
  static final List<String> OPTIONS =
      List.of(
          "kernelSize",
          "stride",
          "padding",
          "bias",
          "width",
          "classes",
          "identity",
          "zeroPad",
          "projection",
          "projectionWhereNeeded");

  private Words() {}

  /** {@code "; did you mean 'relu'?"} when a known word is near, otherwise nothing. */
  public static String didYouMean(String word, List<String> known) {
    return nearest(word, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  private static Optional<String> nearest(String word, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(near -> distance(word, near) <= Math.max(1, word.length() / 3));
  }

  /** The Levenshtein distance without regard to case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(java.util.Locale.ROOT);
    String b = right.toLowerCase(java.util.Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
