package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.skipjack.experiment.statistics.SignedRanks;

/** What weakens the conclusions of a comparison, in sentences. */
public final class Caveats {
  private static final int FEW_FOR_BOOTSTRAP = 10;

  private Caveats() {}

  /** One for each thing; none for a result that has no weakness. */
  public static List<String> of(ComparisonResult result) {
    List<String> sentences = new ArrayList<>();
    if (result.arms().size() == 1) {
      sentences.add("One net alone is held against none.");
    }
    if (!result.complete()) {
      long there = result.arms().stream().mapToLong(arm -> arm.runs().size()).sum();
      sentences.add(
          "Not finished: %d of %d runs are there."
              .formatted(there, (long) result.seeds() * result.arms().size()));
    }
    if (!result.earlierLooks().isEmpty()) {
      sentences.add(
          "There was a result before, after %s seeds, and seeds were added since: who adds seeds until they please is told a difference too often. A plan that says beforehand when to look, until(decided(3, 20)), keeps its level."
              .formatted(joined(result.earlierLooks())));
    }
    for (ArmResult arm : result.arms()) {
      if (!arm.diverged().isEmpty()) {
        sentences.add(
            "%s diverged from seed %s. Pairs leave these out, which flatters %s."
                .formatted(arm.name(), joined(arm.diverged()), arm.name()));
      }
    }
    int pairs = result.pairs().stream().mapToInt(pair -> pair.seeds().size()).max().orElse(0);
    if (pairs > 1 && SignedRanks.leastP(pairs) >= Judgement.LEVEL) {
      sentences.add(
          "The signed ranks of %d pairs cannot give a p below %s, whatever the difference; t can, if differences are normal."
              .formatted(pairs, Figures.p(SignedRanks.leastP(pairs)).substring(2)));
    }
    if (pairs > 1 && pairs < FEW_FOR_BOOTSTRAP) {
      sentences.add(
          "A bootstrap interval of fewer than %d pairs is too narrow."
              .formatted(FEW_FOR_BOOTSTRAP));
    }
    return sentences;
  }

  private static String joined(List<?> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
