package org.skipjack.bench;

import java.util.List;

/**
 * The times of steps, and the rates that follow.
 *
 * @param seconds one for each step, from the shortest to the longest; positive, at least one
 */
public record StepTimes(List<Double> seconds) {

  /** Sorts them. */
  public StepTimes {
    seconds = seconds.stream().sorted().toList();
    if (seconds.isEmpty() || seconds.get(0) <= 0) {
      throw new IllegalArgumentException(
          "step times are positive and there is one at least, not %s.%nFix: time a step or more"
              .formatted(seconds));
    }
  }

  /** The time that half of the steps were done within. */
  public double median() {
    return quantile(0.5);
  }

  /**
   * The time that a share of the steps were done within; between two steps, in proportion.
   *
   * @param share in [0, 1]
   */
  public double quantile(double share) {
    double place = share * (seconds.size() - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    double part = place - below;
    return (1 - part) * seconds.get(below) + part * seconds.get(above);
  }
}
