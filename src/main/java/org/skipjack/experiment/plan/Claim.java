package org.skipjack.experiment.plan;

import java.math.BigDecimal;
import java.util.List;
import org.skipjack.experiment.statistics.Interval;

/**
 * A statement that an experiment is to show, and how it is said in words.
 *
 * @param text the statement in words; what is tested is the statement, not they
 * @param statement what is tested
 */
public record Claim(String text, Statement statement) {
  /** A difference below half a point matters to nobody here. */
  public static final double LEAST_THAT_MATTERS = 0.005;

  /** The outcome of a claim. */
  public enum Outcome {
    /** The interval lies where the claim says. */
    VERIFIED("verified"),

    /** The interval lies wholly where the claim says that the difference is not. */
    REFUTED("refuted"),

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
    public Above above(String other) {
      return new Above(metric, arm, other, 0);
    }

    /** That it is below another arm's. */
    public Above below(String other) {
      return new Above(metric, other, arm, 0);
    }

    /**
     * That it is practically equal to another arm's: {@code
     * trainingError("a").within(0.5).of("b")}.
     *
     * @param points the margin in percentage points, 0.5 for half a point; fix it before the first
     *     run, for a margin that is chosen after it shows nothing
     */
    public Margin within(double points) {
      return new Margin(this, points);
    }
  }

  /** The error of an arm and a margin, waiting for the arm that it is held against. */
  public record Margin(Side side, double points) {
    /** That the two errors differ by less than the margin. */
    public Within of(String other) {
      return new Within(side.metric(), side.arm(), other, share(points));
    }
  }

  /** A statement about the difference of two arms' errors, first less second. */
  public sealed interface Statement permits Above, Within {
    /** Which error. */
    Metric metric();

    /** The arm whose error is the minuend. */
    String first();

    /** The arm whose error is subtracted. */
    String second();

    /** What an interval of the difference makes of it. */
    Outcome judge(Interval difference);

    /** The statement in words, {@code "plain56 has a higher training error than plain20"}. */
    String words();

    /** The statement in symbols, as it is tested. */
    @Override
    String toString();
  }

  /**
   * That one arm's error is above another's.
   *
   * <p>It is verified where the interval lies above {@code atLeast}, refuted where it lies below,
   * not verified where it leaves no room for what would matter, and underpowered where it holds
   * both, so that more seeds are needed.
   *
   * @param metric which error
   * @param higher the arm whose error is said to be higher
   * @param lower the arm whose error is said to be lower
   * @param atLeast by how much, a share; 0 for any
   */
  public record Above(Metric metric, String higher, String lower, double atLeast)
      implements Statement {
    /**
     * Checks the margin.
     *
     * @throws IllegalArgumentException if it is not a share, or both arms are one
     */
    public Above {
      requireTwo(higher, lower);
      if (!(atLeast >= 0 && atLeast <= 1)) {
        throw new IllegalArgumentException(
            "a claim is of a difference of %s, expected a share in [0, 1].%nFix: byAtLeast(0.05) is five points"
                .formatted(atLeast));
      }
    }

    /** The same by at least a share, such as 0.05 for five points. */
    public Above byAtLeast(double share) {
      return new Above(metric, higher, lower, share);
    }

    @Override
    public String first() {
      return higher;
    }

    @Override
    public String second() {
      return lower;
    }

    @Override
    public Outcome judge(Interval difference) {
      if (difference.low() > atLeast) {
        return Outcome.VERIFIED;
      }
      if (difference.high() < atLeast) {
        return Outcome.REFUTED;
      }
      return difference.high() < LEAST_THAT_MATTERS ? Outcome.NOT_VERIFIED : Outcome.UNDERPOWERED;
    }

    @Override
    public String words() {
      return "%s has a higher %s than %s%s"
          .formatted(
              higher, metric, lower, atLeast == 0 ? "" : ", by at least " + inPoints(atLeast));
    }

    /** For example {@code "training error: plain56 − plain20 > 2 points"}. */
    @Override
    public String toString() {
      return "%s: %s − %s > %s"
          .formatted(metric, higher, lower, atLeast == 0 ? "0" : inPoints(atLeast));
    }
  }

  /**
   * That two arms' errors are practically equal: that they differ by less than a margin.
   *
   * <p>It is tested by two one-sided tests (Schuirmann 1987), so it is verified where the interval
   * lies within the margin on both sides, refuted where it lies wholly beyond one of them, and
   * underpowered where it holds a margin. Where no difference is told from none, that alone never
   * verifies it.
   *
   * @param metric which error
   * @param first an arm
   * @param second another
   * @param margin a share, above 0 and below 1
   */
  public record Within(Metric metric, String first, String second, double margin)
      implements Statement {
    /**
     * Checks the margin.
     *
     * @throws IllegalArgumentException if it is none, or both arms are one
     */
    public Within {
      requireTwo(first, second);
      if (!(margin > 0 && margin < 1)) {
        throw new IllegalArgumentException(
            "a claim of equal errors has a margin of %s points, expected more than 0 and less than 100.%nFix: within(0.5) is half a point; on the command line, \"training a = b within 0.5\""
                .formatted(points(margin)));
      }
    }

    @Override
    public Outcome judge(Interval difference) {
      if (difference.low() > -margin && difference.high() < margin) {
        return Outcome.VERIFIED;
      }
      return difference.low() > margin || difference.high() < -margin
          ? Outcome.REFUTED
          : Outcome.UNDERPOWERED;
    }

    @Override
    public String words() {
      return "%s and %s have practically the same %s, within %s"
          .formatted(first, second, metric, inPoints(margin));
    }

    /** For example {@code "training error: |a − b| < 0.5 points"}. */
    @Override
    public String toString() {
      return "%s: |%s − %s| < %s".formatted(metric, first, second, inPoints(margin));
    }
  }

  /** A claim in words, and what it says. */
  public static Claim of(String text, Statement statement) {
    return new Claim(text, statement);
  }

  /** What an interval of the difference makes of the claim. */
  public Outcome judge(Interval difference) {
    return statement.judge(difference);
  }

  /**
   * The words, and in brackets what is tested, for example {@code "plain56 learns worse [training
   * error: plain56 − plain20 > 0]"}.
   */
  @Override
  public String toString() {
    return "%s [%s]".formatted(text, statement);
  }

  void requireArms(List<String> names) {
    for (String arm : List.of(statement.first(), statement.second())) {
      if (!names.contains(arm)) {
        throw noArm(arm, names);
      }
    }
  }

  static IllegalArgumentException noArm(String name, List<String> names) {
    return new IllegalArgumentException(
        "there is no arm called \"%s\".%nFix: one of %s".formatted(name, String.join(", ", names)));
  }

  private static void requireTwo(String first, String second) {
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          "a claim holds %s against itself.%nFix: name two arms".formatted(first));
    }
  }

  /** Percentage points as a share: 0.7 is 0.007, not what a division by 100 makes of it. */
  static double share(double points) {
    return Double.isFinite(points)
        ? BigDecimal.valueOf(points).movePointLeft(2).doubleValue()
        : points;
  }

  private static String inPoints(double share) {
    String points = points(share);
    return points + (points.equals("1") ? " point" : " points");
  }

  /** A share in percentage points, with all its digits: {@code "0.5"}. */
  private static String points(double share) {
    return Double.isFinite(share)
        ? BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
        : Double.toString(share);
  }
}
