package org.skipjack.experiment.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.skipjack.experiment.Caveats;
import org.skipjack.experiment.statistics.EffectSize;
import org.skipjack.experiment.statistics.EquivalenceTest;
import org.skipjack.experiment.statistics.Interval;
import org.skipjack.experiment.statistics.PairedDifference;
import org.skipjack.experiment.statistics.Power;
import org.skipjack.experiment.statistics.Sample;

/**
 * An estimate of how many seeds are needed, from those so far. Few tell next to nothing of that, so
 * it says from where to where.
 *
 * @param power of as many seeds as there are, if what is supposed is true
 * @param seeds that show it in four of five such comparisons, if it is; nothing if more than {@link
 *     Power#MOST_SEEDS}
 * @param fewest the same if the effect is as large as the seeds at hand leave room for
 * @param most the same if it is as small as that
 * @param mayBeNone whether they leave room for no effect at all, which no number of seeds shows
 */
public record Outlook(
    double power,
    Optional<Integer> seeds,
    Optional<Integer> fewest,
    Optional<Integer> most,
    boolean mayBeNone) {
  private static final double LEVEL = 0.95;

  /**
   * Of a difference that is as large as it was seen, without the bias that few pairs give its
   * effect size.
   *
   * @param level of the one test that is to find it
   * @return nothing for fewer than three pairs, or without spread
   */
  static Optional<Outlook> ofDifference(PairedDifference found, double level) {
    double effect = found.effect().g();
    if (!found.hasSpread() || Double.isNaN(effect)) {
      return Optional.empty();
    }
    Interval around = EffectSize.interval(found.test().t(), found.pairs(), LEVEL);
    double largest = Math.max(Math.abs(around.low()), Math.abs(around.high()));
    double smallest = Math.min(Math.abs(around.low()), Math.abs(around.high()));
    boolean mayBeNone = around.contains(0);
    return Optional.of(
        new Outlook(
            Power.paired(effect, found.pairs(), level),
            boxed(Power.pairsFor(Power.USUAL, effect, level)),
            boxed(Power.pairsFor(Power.USUAL, largest, level)),
            mayBeNone ? Optional.empty() : boxed(Power.pairsFor(Power.USUAL, smallest, level)),
            mayBeNone));
  }

  /**
   * Of a claim that two errors are equal within a margin, if there is no difference at all.
   *
   * @param level of each of the two tests
   * @return nothing for fewer than three pairs, or without spread
   */
  static Optional<Outlook> ofEquality(Sample differences, double margin, double level) {
    double factor = EffectSize.correction(differences.size() - 1.0);
    if (differences.size() < 3 || differences.isConstant()) {
      return Optional.empty();
    }
    double room = factor * margin / differences.standardDeviation();
    return Optional.of(
        new Outlook(
            EquivalenceTest.power(room, 0, differences.size(), level),
            boxed(EquivalenceTest.pairsFor(Power.USUAL, room, level)),
            Optional.empty(),
            Optional.empty(),
            true));
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  /** The seeds that it takes, {@code "57"} or {@code "more than 1,000"}. */
  public String needed() {
    return number(seeds);
  }

  /** Of a difference that is not told from none. */
  String ofUndecided(int pairs) {
    String power = String.format(Locale.ROOT, "%.0f %%", 100 * this.power);
    return String.format(
        Locale.ROOT,
        "If it is as large as seen, less the bias of few seeds, %s seeds would tell it from none in four of five such comparisons, these %d in %s. But %d seeds say %s: by the 95 %% interval of the effect size, from %s seeds to %s.",
        needed(),
        pairs,
        power,
        pairs,
        pairs < Caveats.FEW ? "next to nothing of how large it is" : "little of how large it is",
        number(fewest),
        mayBeNone ? "no number at all, for there may be no difference" : number(most));
  }

  /** Of an equality that is not told. */
  String ofUndecidedEquality(int pairs) {
    return String.format(
        Locale.ROOT,
        "even if there is no difference at all, %s seeds of this spread would verify it in four of five such comparisons, these %d in %.0f %%",
        needed(),
        pairs,
        100 * power);
  }

  private static String number(Optional<Integer> seeds) {
    return seeds
        .map(String::valueOf)
        .orElseGet(() -> String.format(Locale.ROOT, "more than %,d", Power.MOST_SEEDS));
  }
}
