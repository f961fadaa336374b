package org.skipjack.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The labels of images of the caller's, with the classes they name. */
final class OwnLabels {
  private static final String NAME = "own data";

  private final List<String> classNames;
  private final int[] labels;

  private OwnLabels(List<String> classNames, int[] labels) {
    this.classNames = classNames;
    this.labels = labels;
  }

  /** Classes by their numbers. */
  static OwnLabels of(int[] labels) {
    int most = Arrays.stream(labels).max().orElse(0);
    DatasetChecks.checkClassCount(NAME, most + 1L);
    List<String> names = IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
    return new OwnLabels(names.isEmpty() ? List.of("0") : names, labels.clone());
  }

  /** Classes by their names, in the order of these. */
  static OwnLabels of(List<String> labels) {
    List<String> names = new ArrayList<>(new TreeSet<>(labels));
    Map<String, Integer> index = new HashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    return new OwnLabels(names, labels.stream().mapToInt(index::get).toArray());
  }

  /** A set without labels: one class. */
  static Dataset none(OwnImages images) {
    return new OwnLabels(List.of("unlabeled"), new int[images.count()]).label(images);
  }

  Dataset label(OwnImages images) {
    if (labels.length != images.count()) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "there are %,d images and %,d labels.\nFix: give one label for each image.",
              images.count(),
              labels.length));
    }
    return Dataset.over(NAME, classNames, labels, images.pixels());
  }
}
