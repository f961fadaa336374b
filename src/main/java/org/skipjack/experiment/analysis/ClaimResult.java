package org.skipjack.experiment.analysis;

import java.util.Optional;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.statistics.Interval;

/**
 * The result of a claim.
 *
 * @param claim what was to be shown
 * @param outcome whether it was
 * @param difference the interval that decided, of the first error less the second
 * @param correction how its level is corrected for all claims, and all looks
 * @param pairs how many pairs it is of
 * @param outlook how many seeds it would take, of a claim that is underpowered; only of equalities,
 *     for how many a difference takes is said where the pair stands
 */
public record ClaimResult(
    Claim claim,
    Claim.Outcome outcome,
    Interval difference,
    Correction correction,
    int pairs,
    Optional<Outlook> outlook) {

  ClaimResult with(Optional<Outlook> changed) {
    return new ClaimResult(claim, outcome, difference, correction, pairs, changed);
  }

  /**
   * For example {@code "verified: plain-56 trains worse than plain-20 [training error: plain-56 −
   * plain-20 > 0] (95 % interval of the difference: +2.10 to +3.05 points)"}.
   */
  @Override
  public String toString() {
    return "%s: %s (%s)".formatted(outcome, claim, evidence());
  }

  /** By what it was decided, and what it would take where it was not. */
  public String evidence() {
    String interval =
        "%s interval of the difference: %s points%s"
            .formatted(
                FigureFormat.level(difference.level()),
                FigureFormat.points(difference),
                correction.isAny() ? ", corrected " + correction.words("claims") : "");
    return outlook.isEmpty()
        ? interval
        : interval + "; " + outlook.get().ofUndecidedEquality(pairs);
  }
}
