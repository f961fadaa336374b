package org.skipjack.experiment.analysis;

import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.experiment.statistics.RepeatedTest;

/**
 * The levels that a plan's tests are judged at: the one place where they are corrected.
 *
 * <p>Each figure's pairs keep {@link #LEVEL} together, and so do all claims; by a rule that adds
 * seeds, at all of its looks together.
 */
public final class Levels {
  /** The usual chance to see a difference where none is. */
  public static final double LEVEL = 0.05;

  private final ExperimentPlan experimentPlan;

  Levels(ExperimentPlan experimentPlan) {
    this.experimentPlan = experimentPlan;
  }

  /** That of the pairs that are compared in one figure. */
  Correction pairs() {
    int pairs = Math.max(1, experimentPlan.pairs().of(experimentPlan.arms()).size());
    return experimentPlan.seeds() instanceof Seeds.UntilDecided until
        ? new Correction(LEVEL, pairs, until.looks().size(), until.rule().nominalLevel())
        : new Correction(LEVEL, pairs, 1, LEVEL / pairs);
  }

  /** That of the claims (Bonferroni), whatever figures and arms they are about. */
  Correction claims() {
    int claims = Math.max(1, experimentPlan.claims().size());
    double share = LEVEL / claims;
    return experimentPlan.seeds() instanceof Seeds.UntilDecided until
        ? new Correction(LEVEL, claims, until.looks().size(), atEachLook(until.rule(), share))
        : new Correction(LEVEL, claims, 1, share);
  }

  private static double atEachLook(RepeatedTest rule, double level) {
    return RepeatedTest.of(rule.first(), rule.last(), rule.step(), level).nominalLevel();
  }
}
