package org.skipjack.experiment.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * A sample: one measured value per seed.
 *
 * <p>Errors are counts of images over their number, so two of them, or two differences, are the
 * same or at least one image apart, while doubles of one count differ in their last bits by the way
 * they were computed. Values closer than {@link #SAME} are therefore made one value here, once, so
 * that no test takes rounding for spread, a tie for an order, or nothing for a difference.
 *
 * @param values in the order of the seeds; at least one
 */
public record Sample(List<Double> values) {
  /**
   * Below this, times 1 or their size if that is more, two values are one: far above what rounding
   * does to a share (1e-16), far below an image of a billion (1e-9).
   */
  public static final double SAME = 1e-12;

  /**
   * Copies the list, values that only rounding tells apart as one.
   *
   * @throws IllegalArgumentException if there is none, or one is no number
   */
  public Sample {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sample needs a value, got none");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a sample is of numbers, got " + value);
      }
    }
    values = withoutRounding(values);
  }

  /** By their sizes, so that a difference and its opposite stay of one size. */
  private static List<Double> withoutRounding(List<Double> values) {
    double[] sizes = values.stream().mapToDouble(Math::abs).sorted().toArray();
    double[] kept = new double[sizes.length];
    double last = 0;
    for (int i = 0; i < sizes.length; i++) {
      last = isSame(last, sizes[i]) ? last : sizes[i];
      kept[i] = last;
    }
    return values.stream()
        .map(value -> Math.copySign(kept[Arrays.binarySearch(sizes, Math.abs(value))], value) + 0.0)
        .toList();
  }

  /** Whether two sizes are one value but for rounding. */
  static boolean isSame(double one, double other) {
    return Math.abs(one - other) <= SAME * Math.max(1, Math.max(one, other));
  }

  /** A sample of these values. */
  public static Sample of(double... values) {
    return new Sample(Arrays.stream(values).boxed().toList());
  }

  /** The number of values. */
  public int size() {
    return values.size();
  }

  /** The arithmetic mean. */
  public double mean() {
    return Mean.of(array()).getAsDouble();
  }

  /** The standard deviation with n − 1 in its denominator; NaN for one value. */
  public double standardDeviation() {
    return size() == 1 ? Double.NaN : StandardDeviation.of(array()).getAsDouble();
  }

  /** The lowest value. */
  public double lowest() {
    return Arrays.stream(array()).min().orElseThrow();
  }

  /** The highest value. */
  public double highest() {
    return Arrays.stream(array()).max().orElseThrow();
  }

  /** A copy of the values. */
  public double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Whether all values are the same but for rounding, so that they show no spread to judge a mean
   * by.
   */
  public boolean isConstant() {
    return lowest() == highest();
  }
}
