package org.skipjack.train;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.skipjack.data.Dataset;

/**
 * A net's predictions for the images of a data set: a {@link Classification} per image, in the
 * order of the set. It prints the first ten, a single one without its number.
 */
public final class Predictions extends AbstractList<Classification> implements RandomAccess {
  private static final int PRINTED = 10;

  private final Dataset images;
  private final List<String> classNames;
  private final List<Integer> indices;
  private final List<float[]> rows;

  private Predictions(
      Dataset images, List<String> classNames, List<Integer> indices, List<float[]> rows) {
    this.images = images;
    this.classNames = classNames;
    this.indices = indices;
    this.rows = rows;
  }

  /** The predictions of all images of a set. */
  static Predictions of(Dataset images, List<String> classNames, List<float[]> rows) {
    return new Predictions(
        images, classNames, IntStream.range(0, images.size()).boxed().toList(), rows);
  }

  @Override
  public Classification get(int index) {
    return new Classification(classNames, rows.get(index));
  }

  @Override
  public int size() {
    return rows.size();
  }

  /** The data set that the images are in. */
  public Dataset images() {
    return images;
  }

  /** Where the images are in {@link #images()}, in the order of the predictions. */
  public List<Integer> indices() {
    return indices;
  }

  /** Whether the images have labels of the net's own classes. */
  public boolean labeled() {
    return images.classNames().equals(classNames);
  }

  /**
   * Those whose class is not the label, the worst first: the lower the probability of the true
   * class, the worse.
   *
   * @throws IllegalStateException if the images have no labels of the net's classes
   */
  public Predictions mistakes() {
    requireLabels();
    List<Integer> wrong =
        IntStream.range(0, size())
            .filter(i -> get(i).label() != label(i))
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> rows.get(i)[label(i)]))
            .toList();
    return new Predictions(
        images,
        classNames,
        wrong.stream().map(indices::get).toList(),
        wrong.stream().map(rows::get).toList());
  }

  /**
   * The share of images whose class is the label, in [0, 1].
   *
   * @throws IllegalStateException if the images have no labels of the net's classes
   */
  public double accuracy() {
    return size() == 0 ? Double.NaN : 1 - (double) mistakes().size() / size();
  }

  private int label(int index) {
    return images.label(indices.get(index));
  }

  private void requireLabels() {
    if (!labeled()) {
      throw new IllegalStateException(
          """
          the images have no labels of the net's classes.

              net     %s
              images  %s

          Fix: give labels, Dataset.of(images, labels), with the names of the net's classes."""
              .formatted(String.join(", ", classNames), String.join(", ", images.classNames())));
    }
  }

  /** A prediction in words, with the image's label where it is another. */
  public String describe(int index) {
    Classification classification = get(index);
    return labeled() && classification.label() != label(index)
        ? "%s (label: %s)".formatted(classification, classNames.get(label(index)))
        : classification.toString();
  }

  @Override
  public String toString() {
    if (size() == 1) {
      return describe(0);
    }
    String lines =
        IntStream.range(0, Math.min(PRINTED, size()))
            .mapToObj(i -> String.format(Locale.ROOT, "%d  %s", indices.get(i), describe(i)))
            .collect(Collectors.joining("\n"));
    String rest =
        size() > PRINTED
            ? String.format(Locale.ROOT, "%n… and %,d more", size() - PRINTED)
            : size() == 0 ? "none" : "";
    return lines + rest;
  }
}
