package org.skipjack.report;

import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ClaimResult;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.analysis.PairResult;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.statistics.Interval;

/**
 * Holds the conclusions of repeated runs against those that are reported.
 *
 * <p>A conclusion holds if the repeated runs, judged by themselves, come to it again. Where a run
 * is not repeated to the bit, one near its threshold may come out otherwise, which no rerun tells
 * from one that was pushed over it: it is then neither confirmed nor refuted. What came out the
 * other way round, or further apart than machines are, is refuted.
 *
 * <p>Of honest differences that are made on two machines, 0.2 % are refuted, and from 3 seeds 86 %
 * hold, from 5 seeds 90 %, from 10 seeds 93 %; the others lie near their threshold and are not
 * confirmed. That is of 200,000 simulated ones for each effect: true differences of 0, 2, 5, 10 and
 * 20 points in equal parts, errors of a net that spread by 4 points over seeds, and one run on two
 * machines 2.3 points apart.
 */
final class Agreement {
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
    String outcomes = "%s in the report, %s now".formatted(before.outcome(), now.outcome());
    double moved = mean(now.difference()) - mean(before.difference());
    if (before.pairs() != now.pairs()
        || (before.pairs() > 1 && !Tolerance.ofDifference(moved, now.pairs()))) {
      checkList.add(false, title, outcomes + ": further apart than machines are");
    } else if (before.outcome() == now.outcome()) {
      checkList.add(true, title, now.outcome() + " again");
    } else if (isDecided(before) && isDecided(now)) {
      checkList.add(false, title, outcomes);
    } else {
      checkList.unconfirmed(title, outcomes);
    }
  }

  private static boolean isDecided(ClaimResult claim) {
    return claim.outcome() == Claim.Outcome.VERIFIED || claim.outcome() == Claim.Outcome.REFUTED;
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
    boolean decidedNow = now.verdict().decided();
    if (!Tolerance.ofDifference(here - then, now.seeds().size())) {
      checkList.add(false, title, points + ": further apart than machines are");
    } else if (decided == decidedNow && !(decided && then * here <= 0)) {
      checkList.add(
          true, title, points + (decided ? ", told apart again" : ", not told apart again"));
    } else if (then * here <= 0) {
      checkList.add(false, title, points + ": the other way round");
    } else {
      checkList.unconfirmed(
          title,
          points
              + (decided
                  ? ", told apart in the report, not told apart now"
                  : ", not told apart in the report, told apart now"));
    }
  }

  private static double mean(Interval interval) {
    return (interval.low() + interval.high()) / 2;
  }
}
