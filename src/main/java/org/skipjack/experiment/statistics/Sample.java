package org.skipjack.experiment.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * Some measured values, one a seed.
 *
 * @param values in the order of the seeds; at least one
 */
public record Sample(List<Double> values) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is none, or one is no number
   */
  public Sample {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sample needs a value, got none");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a sample is of numbers, got " + value);
      }
    }
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

  /** Whether all values are the same, so that they show no spread to judge a mean by. */
  public boolean isConstant() {
    return lowest() == highest();
  }
}
