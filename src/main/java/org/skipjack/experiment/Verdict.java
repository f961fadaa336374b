package org.skipjack.experiment;

import java.util.OptionalInt;
import org.skipjack.experiment.statistics.Interval;
import org.skipjack.experiment.statistics.PairedDifference;
import org.skipjack.experiment.statistics.Power;

/**
 * What may be concluded from a difference, in a plain sentence.
 *
 * @param decided whether the difference is told from none
 * @param sentence what to say of it
 */
public record Verdict(boolean decided, String sentence) {

  /**
   * What a difference is judged by.
   *
   * @param level the chance that a difference is seen where none is, of each single test
   * @param corrected the p that counts
   * @param comparisons how many tests the correction is for
   * @param repeated whether seeds were added until the difference was told
   */
  record Standard(double level, double corrected, int comparisons, boolean repeated) {
    private boolean isMet() {
      return corrected < level;
    }

    /** The level of one test among its like. */
    private double single() {
      return repeated ? level : level / comparisons;
    }
  }

  static Verdict none(Pairs.Pair pair, Metric metric) {
    return new Verdict(
        false,
        "No seed has finished runs of both %s and %s, so nothing can be said of their %ss."
            .formatted(pair.first(), pair.second(), metric));
  }

  static Verdict of(Pairs.Pair pair, Metric metric, PairedDifference found, Standard standard) {
    if (found.hasSpread()) {
      return standard.isMet()
          ? told(pair, metric, found, standard)
          : notTold(pair, metric, found, standard);
    }
    if (found.pairs() == 1) {
      return new Verdict(
          false,
          "One seed is an anecdote: %s differs by %s points, and nothing tells how far chance goes. Two seeds give an interval, five are usual."
              .formatted(what(pair, metric), Figures.points(found.differences().mean())));
    }
    return new Verdict(
        false,
        "In all %d seeds %s differs by the same %s points; a difference without spread cannot be judged."
            .formatted(
                found.pairs(), what(pair, metric), Figures.points(found.differences().mean())));
  }

  private static String what(Pairs.Pair pair, Metric metric) {
    return "the %s of %s and %s".formatted(metric, pair.first(), pair.second());
  }

  private static Verdict told(
      Pairs.Pair pair, Metric metric, PairedDifference found, Standard standard) {
    boolean firstIsLower = found.differences().mean() < 0;
    return new Verdict(
        true,
        "%s has the lower %s than %s: %s against %s, %s points (%s)."
            .formatted(
                firstIsLower ? pair.first() : pair.second(),
                metric,
                firstIsLower ? pair.second() : pair.first(),
                Figures.percent((firstIsLower ? found.first() : found.second()).mean()),
                Figures.percent((firstIsLower ? found.second() : found.first()).mean()),
                Figures.points(-Math.abs(found.differences().mean())),
                evidence(
                    found,
                    firstIsLower ? found.test().interval() : found.test().interval().negated(),
                    standard)));
  }

  private static Verdict notTold(
      Pairs.Pair pair, Metric metric, PairedDifference found, Standard standard) {
    return new Verdict(
        false,
        "%d seeds do not tell %s apart: they differ by %s points (%s). %s"
            .formatted(
                found.pairs(),
                what(pair, metric),
                Figures.points(found.differences().mean()),
                evidence(found, found.test().interval(), standard),
                outlook(found, standard)));
  }

  private static String evidence(PairedDifference found, Interval around, Standard standard) {
    String interval =
        "%s interval %s".formatted(Figures.level(around.level()), Figures.points(around));
    if (standard.repeated()) {
      return "repeated %s over %d seeds".formatted(interval, found.pairs());
    }
    String correction =
        standard.comparisons() == 1
            ? ""
            : ", corrected for %d comparisons".formatted(standard.comparisons());
    return "%s, paired t over %d seeds, p %s%s"
        .formatted(interval, found.pairs(), Figures.p(standard.corrected()), correction);
  }

  /** How many seeds would do, if what was seen is what is true. */
  private static String outlook(PairedDifference found, Standard standard) {
    double level = standard.single();
    OptionalInt seeds = Power.pairsFor(Power.USUAL, found.effect().d(), level);
    if (seeds.isEmpty()) {
      return "If they differ at all, then by so little beside its spread that %,d seeds would not show it."
          .formatted(Power.MOST_SEEDS);
    }
    if (seeds.getAsInt() <= found.pairs()) {
      return "A difference of this size shows in four of five such comparisons, so this one may be among the fifth; a few more seeds will tell.";
    }
    return "Too few seeds: if that is the true difference, %d would show it in four of five such comparisons, these %d in %.0f %%."
        .formatted(
            seeds.getAsInt(),
            found.pairs(),
            100 * Power.paired(found.effect().d(), found.pairs(), level));
  }
}
