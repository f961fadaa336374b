package org.skipjack.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Figures;
import org.skipjack.experiment.PairResult;
import org.skipjack.experiment.statistics.PairedDifference;
import org.skipjack.experiment.statistics.Power;

/** The statistics of each pair and figure. */
final class StatisticsTable {
  private static final double LEVEL = 0.05;

  private StatisticsTable() {}

  static String of(ComparisonResult result) {
    List<List<String>> sizes = new ArrayList<>();
    List<List<String>> tests = new ArrayList<>();
    for (PairResult pair : result.pairs()) {
      pair.difference()
          .ifPresent(
              found -> {
                sizes.add(size(pair, found));
                tests.add(test(pair, found));
              });
    }
    if (sizes.isEmpty()) {
      return "<p>No pair has a seed in common.</p>\n";
    }
    return Html.table(
            List.of(
                "difference, in points",
                "seeds",
                "mean ± SD",
                "interval by t",
                "by bootstrap",
                "first is higher"),
            sizes)
        + Html.table(
            List.of(
                "its test",
                "t",
                "p",
                "p, corrected",
                "signed ranks, p",
                "d",
                "g",
                "seeds for 80 %"),
            tests)
        + "<p>Intervals are of level %s. Seeds for 80 %%: with so many, a difference as it was seen would be told from none four times out of five.</p>\n"
            .formatted(level(result));
  }

  private static String level(ComparisonResult result) {
    return result.pairs().stream()
        .flatMap(pair -> pair.difference().stream())
        .findFirst()
        .map(found -> Figures.level(found.test().interval().level()))
        .orElse("95 %");
  }

  private static String name(PairResult pair) {
    return "%s of %s − %s".formatted(pair.metric(), pair.pair().first(), pair.pair().second());
  }

  private static List<String> size(PairResult pair, PairedDifference found) {
    boolean several = found.pairs() > 1;
    return List.of(
        name(pair),
        Integer.toString(found.pairs()),
        Figures.points(found.differences().mean())
            + (several ? " ± " + number(100 * found.differences().standardDeviation()) : ""),
        Figures.points(found.test().interval()),
        several ? Figures.points(found.bootstrap()) : "–",
        "%s of %d".formatted(wins(found), found.pairs()));
  }

  private static List<String> test(PairResult pair, PairedDifference found) {
    boolean spread = found.hasSpread();
    return List.of(
        name(pair),
        spread ? number(found.test().t()) : "–",
        spread ? p(found.test().p()) : "–",
        spread ? p(pair.correctedP()) : "–",
        found.pairs() > 1 ? p(found.ranks().p()) : "–",
        spread ? number(found.effect().d()) : "–",
        spread && found.pairs() > 2 ? number(found.effect().g()) : "–",
        spread ? needed(found) : "–");
  }

  private static String p(double p) {
    return Figures.p(p).replaceFirst("^= ", "");
  }

  private static String wins(PairedDifference found) {
    double wins = found.effect().wins() * found.pairs();
    return wins == Math.rint(wins) ? Integer.toString((int) wins) : number(wins);
  }

  private static String needed(PairedDifference found) {
    OptionalInt seeds = Power.pairsFor(Power.USUAL, found.effect().d(), LEVEL);
    return seeds.isPresent() ? Integer.toString(seeds.getAsInt()) : "more than " + Power.MOST_SEEDS;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replace("-", "−");
  }
}
