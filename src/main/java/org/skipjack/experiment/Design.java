package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.plan.Seeds;

/**
 * The design of an experiment: question, seeds or stopping rule, pairs, claims.
 *
 * @param question in words, if it has one of its own
 * @param fixed its seeds, unless a rule adds them
 * @param rule when to stop adding seeds, if they are not fixed
 * @param pairs which arms are compared
 * @param claims what is to be shown
 */
public record Design(
    Optional<String> question,
    Seeds fixed,
    Optional<StoppingRule> rule,
    Pairs pairs,
    List<Claim> claims) {
  private static final int USUAL_SEEDS = 3;

  /** Copies the list. */
  public Design {
    claims = List.copyOf(claims);
  }

  static Design usual(Pairs pairs) {
    return new Design(
        Optional.empty(), Seeds.count(USUAL_SEEDS), Optional.empty(), pairs, List.of());
  }

  Design withSeeds(Seeds changed) {
    return new Design(question, changed, Optional.empty(), pairs, claims);
  }

  Design withRule(StoppingRule changed) {
    return new Design(question, Seeds.count(USUAL_SEEDS), Optional.of(changed), pairs, claims);
  }

  Design withPairs(Pairs changed) {
    return new Design(question, fixed, rule, changed, claims);
  }

  Design withQuestion(String words) {
    return new Design(Optional.of(words), fixed, rule, pairs, claims);
  }

  Design withClaim(Claim claim) {
    List<Claim> more = new ArrayList<>(claims);
    more.add(claim);
    return new Design(question, fixed, rule, pairs, more);
  }

  /** The seeds of a comparison of these arms. */
  Seeds seeds(List<Arm> arms) {
    return rule.map(stoppingRule -> stoppingRule.seeds(pairs.of(arms).size())).orElse(fixed);
  }

  /** How many seeds are run in any case. */
  int fewestSeeds() {
    return rule.map(StoppingRule::fewest).orElse(fixed.all().size());
  }
}
