package org.skipjack.experiment;

import org.skipjack.experiment.statistics.Interval;

/**
 * What became of a claim.
 *
 * @param claim what was to be shown
 * @param outcome whether it was
 * @param difference the interval that decided, of the higher error less the lower one, at a level
 *     that is corrected for all claims
 */
public record ClaimResult(Claim claim, Claim.Outcome outcome, Interval difference) {

  /**
   * For example {@code "verified: plain-56 trains worse than plain-20 (+2.10 to +3.05 points)"}.
   */
  @Override
  public String toString() {
    return "%s: %s (%s interval of the difference: %s points)"
        .formatted(
            outcome, claim.text(), Figures.level(difference.level()), Figures.points(difference));
  }
}
