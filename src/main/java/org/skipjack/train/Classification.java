package org.skipjack.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A prediction for one image: each class with its probability.
 *
 * <p>It prints as the three most probable: {@code "cat 93.1 %, dog 5.2 %, ship 1.0 %"}.
 */
public final class Classification {
  private static final int PRINTED = 3;

  private final List<String> classNames;
  private final float[] probabilities;

  Classification(List<String> classNames, float[] probabilities) {
    this.classNames = classNames;
    this.probabilities = probabilities;
  }

  /** The most probable class, of equals the first. */
  public String className() {
    return classNames.get(label());
  }

  /** The index of the most probable class, of equals the first. */
  public int label() {
    return ranking().get(0);
  }

  /** The probability of the most probable class, in [0, 1]. */
  public double probability() {
    return probabilities[label()];
  }

  /**
   * The probability of a class, in [0, 1].
   *
   * @throws IllegalArgumentException if the net has no such class
   */
  public double probability(String name) {
    int label = classNames.indexOf(name);
    if (label < 0) {
      throw new IllegalArgumentException(
          "the net has no class \"%s\".%nFix: one of %s"
              .formatted(name, String.join(", ", classNames)));
    }
    return probabilities[label];
  }

  /** The probability of each class in the order of the net's outputs, a copy; the sum is 1. */
  public float[] probabilities() {
    return probabilities.clone();
  }

  /** The classes in the order of the net's outputs. */
  public List<String> classNames() {
    return classNames;
  }

  /** The labels, the most probable first. */
  private List<Integer> ranking() {
    return IntStream.range(0, probabilities.length)
        .boxed()
        .sorted(Comparator.comparing((Integer label) -> -probabilities[label]))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Classification that
        && classNames.equals(that.classNames)
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * classNames.hashCode() + Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return ranking().stream()
        .limit(PRINTED)
        .map(
            label ->
                String.format(
                    Locale.ROOT, "%s %.1f %%", classNames.get(label), 100 * probabilities[label]))
        .collect(Collectors.joining(", "));
  }
}
