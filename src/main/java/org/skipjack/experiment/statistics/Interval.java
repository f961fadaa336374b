package org.skipjack.experiment.statistics;

/**
 * A confidence interval.
 *
 * @param low its lower end; may be −∞
 * @param high its upper end; may be ∞
 * @param level the share of such intervals that hold the true value, such as 0.95
 */
public record Interval(double low, double high, double level) {
  /** Whether a value lies in it, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** That of the value with the opposite sign. */
  public Interval negated() {
    return new Interval(-high, -low, level);
  }

  /** Half of its width. */
  public double halfWidth() {
    return (high - low) / 2;
  }
}
