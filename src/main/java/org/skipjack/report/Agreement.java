package org.skipjack.report;

import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ClaimResult;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.analysis.PairResult;
import org.skipjack.experiment.statistics.Interval;

/**
 * Holds the conclusions of repeated runs against those that are reported.
 *
 * <p>Where a run is not repeated to the bit, a difference near its threshold may fall on either
 * side of it. It counts as found again if it has the same sign, at least half the size, and an
 * interval that would exclude zero if it were six tenths as wide.
 */
final class Agreement {
  private static final double NARROWER = 0.6;

  private final ComparisonResult reported;
  private final ComparisonResult again;
  private final CheckList checkList;

  Agreement(ComparisonResult reported, ComparisonResult again, CheckList checkList) {
    this.reported = reported;
    this.again = again;
    this.checkList = checkList;
  }

  void check() {
    for (int i = 0; i < reported.claims().size(); i++) {
      claim(reported.claims().get(i), again.claims().get(i));
    }
    for (int i = 0; i < reported.pairs().size(); i++) {
      pair(reported.pairs().get(i), again.pairs().get(i));
    }
  }

  private void claim(ClaimResult before, ClaimResult now) {
    String title = "claim “%s” [%s]".formatted(before.claim().text(), before.claim().statement());
    if (before.outcome() == now.outcome()) {
      checkList.add(true, title, now.outcome() + " again");
      return;
    }
    boolean near =
        before.claim().statement().judge(narrowed(before.difference()))
            == before.claim().statement().judge(narrowed(now.difference()));
    String outcomes = "%s in the report, %s now".formatted(before.outcome(), now.outcome());
    checkList.add(
        near && sameDirection(mean(before.difference()), mean(now.difference())),
        title,
        near ? outcomes + ", near its threshold both times" : outcomes);
  }

  private void pair(PairResult before, PairResult now) {
    String title =
        "%s of %s and %s".formatted(before.metric(), before.pair().first(), before.pair().second());
    if (before.difference().isEmpty() || now.difference().isEmpty()) {
      checkList.add(before.difference().equals(now.difference()), title, "no seed in common");
      return;
    }
    double then = before.difference().get().differences().mean();
    double here = now.difference().get().differences().mean();
    String points =
        "%s points in the report, %s now"
            .formatted(FigureFormat.points(then), FigureFormat.points(here));
    boolean decided = before.verdict().decided();
    boolean same = decided == now.verdict().decided();
    if (!Tolerance.ofMean(here - then, now.seeds().size())) {
      checkList.add(false, title, points + ": further apart than machines are");
    } else if (same && !(decided && then * here <= 0)) {
      checkList.add(
          true, title, points + (decided ? ", told apart again" : ", not told apart again"));
    } else {
      boolean near = !same && sameDirection(then, here) && near(before) && near(now);
      checkList.add(
          near, title, points + (near ? ", near its threshold both times" : ": not the same"));
    }
  }

  private static boolean near(PairResult pair) {
    Interval interval = narrowed(pair.difference().orElseThrow().test().interval());
    return interval.low() > 0 || interval.high() < 0;
  }

  private static boolean sameDirection(double one, double other) {
    return one * other > 0
        && 2 * Math.min(Math.abs(one), Math.abs(other)) >= Math.max(Math.abs(one), Math.abs(other));
  }

  private static double mean(Interval interval) {
    return (interval.low() + interval.high()) / 2;
  }

  private static Interval narrowed(Interval interval) {
    if (Double.isInfinite(interval.low())) {
      return interval;
    }
    double half = NARROWER * (interval.high() - interval.low()) / 2;
    return new Interval(mean(interval) - half, mean(interval) + half, interval.level());
  }
}
