package org.skipjack.experiment;

import java.util.List;
import org.skipjack.experiment.statistics.Interval;

/**
 * A statement that an experiment is to show: that one arm's error is above another's.
 *
 * <p>The interval of the difference decides, see {@link #judge}: it is verified where the interval
 * lies above {@code atLeast}, not verified where it lies below what would matter, and underpowered
 * where it holds both, so that more seeds are needed.
 *
 * @param text the statement in words
 * @param metric which error
 * @param higher the arm whose error is said to be higher
 * @param lower the arm whose error is said to be lower
 * @param atLeast by how much, a share; 0 for any
 */
public record Claim(String text, Metric metric, String higher, String lower, double atLeast) {
  /** A difference below half a point matters to nobody here. */
  public static final double LEAST_THAT_MATTERS = 0.005;

  /** What becomes of a claim. */
  public enum Outcome {
    /** The interval lies on the side that is claimed. */
    VERIFIED("verified"),

    /** The interval leaves no room for a difference as claimed that would matter. */
    NOT_VERIFIED("not verified"),

    /** The interval is too wide to tell. */
    UNDERPOWERED("underpowered");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** In words, {@code "not verified"}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** The error of an arm, of which something is to be claimed. */
  public record Side(Metric metric, String arm) {
    /** That it is above another arm's. */
    public Statement above(String other) {
      return new Statement(metric, arm, other, 0);
    }

    /** That it is below another arm's. */
    public Statement below(String other) {
      return new Statement(metric, other, arm, 0);
    }
  }

  /** What is claimed, without its words. */
  public record Statement(Metric metric, String higher, String lower, double atLeast) {
    /** The same by at least a share, such as 0.05 for five points. */
    public Statement byAtLeast(double share) {
      return new Statement(metric, higher, lower, share);
    }
  }

  /**
   * Checks the margin.
   *
   * @throws IllegalArgumentException if it is not a share, or both arms are one
   */
  public Claim {
    if (!(atLeast >= 0 && atLeast <= 1)) {
      throw new IllegalArgumentException(
          "the claim \"%s\" is of a difference of %s, expected a share in [0, 1].%nFix: byAtLeast(0.05) is five points"
              .formatted(text, atLeast));
    }
    if (higher.equals(lower)) {
      throw new IllegalArgumentException(
          "the claim \"%s\" holds %s against itself.%nFix: name two arms".formatted(text, higher));
    }
  }

  /** A claim in words, and what it says. */
  public static Claim of(String text, Statement statement) {
    return new Claim(
        text, statement.metric(), statement.higher(), statement.lower(), statement.atLeast());
  }

  /** What an interval of the difference, higher less lower, makes of the claim. */
  public Outcome judge(Interval difference) {
    if (difference.low() > atLeast) {
      return Outcome.VERIFIED;
    }
    return difference.high() < Math.max(atLeast, LEAST_THAT_MATTERS)
        ? Outcome.NOT_VERIFIED
        : Outcome.UNDERPOWERED;
  }

  void requireArms(List<String> names) {
    for (String arm : List.of(higher, lower)) {
      if (!names.contains(arm)) {
        throw noArm(arm, names);
      }
    }
  }

  static IllegalArgumentException noArm(String name, List<String> names) {
    return new IllegalArgumentException(
        "there is no arm called \"%s\".%nFix: one of %s".formatted(name, String.join(", ", names)));
  }
}
