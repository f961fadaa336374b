package org.skipjack.experiment.analysis;

import java.util.Locale;
import java.util.Optional;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.statistics.Interval;
import org.skipjack.experiment.statistics.PairedDifference;

/**
 * The conclusion from a difference, in a sentence.
 *
 * @param decided whether the difference is told from none
 * @param sentence what to say of it
 */
public record Verdict(boolean decided, String sentence) {

  /**
   * The test statistics behind a verdict.
   *
   * @param p the one that counts
   * @param correction of the level
   */
  record Standard(double p, Correction correction) {
    private boolean isRepeated() {
      return correction.looks() > 1;
    }

    /** Whether a difference is told from none. */
    boolean tells(PairedDifference found) {
      return found.hasSpread() && p < (isRepeated() ? correction.single() : correction.level());
    }
  }

  static Verdict none(Pairs.Pair pair, Metric metric) {
    return new Verdict(
        false,
        "No seed has finished runs of both %s and %s, so nothing can be said of their %ss."
            .formatted(pair.first(), pair.second(), metric));
  }

  static Verdict of(
      Pairs.Pair pair,
      Metric metric,
      PairedDifference found,
      Standard standard,
      Optional<Outlook> outlook) {
    if (found.hasSpread()) {
      return standard.tells(found)
          ? told(pair, metric, found, standard)
          : notTold(pair, metric, found, standard, outlook);
    }
    if (found.pairs() == 1) {
      return new Verdict(
          false,
          "One seed is an anecdote: %s differs by %s points, and nothing tells how far chance goes. Two seeds give an interval, five are usual."
              .formatted(what(pair, metric), FigureFormat.points(found.differences().mean())));
    }
    return new Verdict(
        false,
        String.format(
            Locale.ROOT,
            "In all %d seeds %s differs by the same %s points; a difference without spread cannot be judged.",
            found.pairs(),
            what(pair, metric),
            FigureFormat.points(found.differences().mean())));
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
                FigureFormat.percent((firstIsLower ? found.first() : found.second()).mean()),
                FigureFormat.percent((firstIsLower ? found.second() : found.first()).mean()),
                FigureFormat.points(-Math.abs(found.differences().mean())),
                evidence(
                    found,
                    firstIsLower ? found.test().interval() : found.test().interval().negated(),
                    standard)));
  }

  private static Verdict notTold(
      Pairs.Pair pair,
      Metric metric,
      PairedDifference found,
      Standard standard,
      Optional<Outlook> outlook) {
    return new Verdict(
        false,
        String.format(
            Locale.ROOT,
            "%d seeds do not tell %s apart: they differ by %s points (%s). %s",
            found.pairs(),
            what(pair, metric),
            FigureFormat.points(found.differences().mean()),
            evidence(found, found.test().interval(), standard),
            outlook
                .map(of -> of.ofUndecided(found.pairs()))
                .orElse("Two seeds say nothing of how many it would take.")));
  }

  private static String evidence(PairedDifference found, Interval around, Standard standard) {
    Correction correction = standard.correction();
    String interval =
        "%s interval %s".formatted(FigureFormat.level(around.level()), FigureFormat.points(around));
    if (standard.isRepeated()) {
      return String.format(
          Locale.ROOT,
          "repeated %s over %d seeds, corrected %s",
          interval,
          found.pairs(),
          correction.words("comparisons"));
    }
    return correction.isAny()
        ? String.format(
            Locale.ROOT,
            "%s, of this one alone; paired t over %d seeds, p %s, corrected %s",
            interval,
            found.pairs(),
            FigureFormat.p(standard.p()),
            correction.words("comparisons"))
        : String.format(
            Locale.ROOT,
            "%s, paired t over %d seeds, p %s",
            interval,
            found.pairs(),
            FigureFormat.p(standard.p()));
  }
}
