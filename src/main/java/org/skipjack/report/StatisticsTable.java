package org.skipjack.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.Correction;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.analysis.Outlook;
import org.skipjack.experiment.analysis.PairResult;
import org.skipjack.experiment.statistics.Bootstrap;
import org.skipjack.experiment.statistics.PairedDifference;

/** The statistics of each pair and figure. */
final class StatisticsTable {
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
    return HtmlFragments.table(
            List.of(
                "difference, in points",
                "seeds",
                "mean ± SD",
                "interval by t"
                    + (isCorrected(result) && !isRepeated(result) ? ", each alone" : ""),
                "by bootstrap",
                "first is higher"),
            sizes)
        + HtmlFragments.table(
            List.of(
                "its test",
                "t",
                "p",
                isCorrected(result) && !isRepeated(result) ? "p, corrected" : "level",
                "signed ranks, p",
                "d",
                "g",
                "seeds for 80 %"),
            tests)
        + notes(result);
  }

  private static Correction correction(ComparisonResult result) {
    return result.pairs().get(0).correction();
  }

  private static boolean isCorrected(ComparisonResult result) {
    return correction(result).isAny();
  }

  private static boolean isRepeated(ComparisonResult result) {
    return correction(result).looks() > 1;
  }

  private static String notes(ComparisonResult result) {
    Correction correction = correction(result);
    String level =
        result.pairs().stream()
            .flatMap(pair -> pair.difference().stream())
            .findFirst()
            .map(found -> FigureFormat.level(found.test().interval().level()))
            .orElseThrow();
    List<String> notes = new ArrayList<>();
    if (isRepeated(result)) {
      notes.add(
          "Intervals are of level %s, corrected %s; p and signed ranks are of this look alone, not corrected, and a difference is told from none where p is below the level."
              .formatted(level, correction.words("comparisons")));
    } else if (correction.isAny()) {
      notes.add(
          "Intervals are of level %s, each of one difference alone, not corrected; nor is p, and the signed ranks'. What decides is p, corrected %s of one figure."
              .formatted(level, correction.words("comparisons")));
    } else {
      notes.add("Intervals are of level %s.".formatted(level));
    }
    notes.add("Training error and test error are two tests, which nothing here corrects for.");
    notes.add(
        "Seeds for 80 %%: with so many, a difference of g standard deviations would be told from none four times out of five, at level %s; few seeds tell next to nothing of that number."
            .formatted(correction.singleLevel()));
    if (result.pairs().stream().anyMatch(pair -> pair.seeds().size() < Bootstrap.FEWEST)) {
      notes.add(
          String.format(
              Locale.ROOT,
              "No bootstrap interval of fewer than %d pairs: it would be far too narrow, of 2 pairs it holds the mean in 45 %% of samples, of 3 in 68 %%, where it says 95 %%.",
              Bootstrap.FEWEST));
    }
    return "<p>" + String.join(" ", notes) + "</p>\n";
  }

  private static String name(PairResult pair) {
    return "%s of %s − %s".formatted(pair.metric(), pair.pair().first(), pair.pair().second());
  }

  private static List<String> size(PairResult pair, PairedDifference found) {
    boolean several = found.pairs() > 1;
    return List.of(
        name(pair),
        Integer.toString(found.pairs()),
        FigureFormat.points(found.differences().mean())
            + (several ? " ± " + number(100 * found.differences().standardDeviation()) : ""),
        FigureFormat.points(found.test().interval()),
        found.bootstrap().map(FigureFormat::points).orElse("–"),
        String.format(Locale.ROOT, "%s of %d", wins(found), found.pairs()));
  }

  private static List<String> test(PairResult pair, PairedDifference found) {
    boolean spread = found.hasSpread();
    return List.of(
        name(pair),
        spread ? number(found.test().t()) : "–",
        spread ? p(found.test().p()) : "–",
        spread ? corrected(pair) : "–",
        found.pairs() > 1 ? p(found.ranks().p()) : "–",
        spread ? number(found.effect().d()) : "–",
        spread && found.pairs() > 2 ? number(found.effect().g()) : "–",
        pair.outlook().map(Outlook::needed).orElse("–"));
  }

  private static String corrected(PairResult pair) {
    Correction correction = pair.correction();
    return correction.isAny() && correction.looks() == 1
        ? p(pair.correctedP())
        : correction.singleLevel();
  }

  private static String p(double p) {
    return FigureFormat.p(p).replaceFirst("^= ", "");
  }

  private static String wins(PairedDifference found) {
    double wins = found.effect().wins() * found.pairs();
    return wins == Math.rint(wins) ? Integer.toString((int) wins) : number(wins);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replace("-", "−");
  }
}
