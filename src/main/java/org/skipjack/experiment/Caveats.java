package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.Collapse;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.analysis.Levels;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.statistics.SignedRanks;

/** Caveats that weaken the conclusions of a comparison, in sentences. */
public final class Caveats {
  /** Fewer pairs than these tell next to nothing of their spread. */
  public static final int FEW = 10;

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
          String.format(
              Locale.ROOT,
              "Not finished: %d of %d runs are there.",
              there,
              (long) result.seeds() * result.arms().size()));
    }
    sentences.addAll(EarlierPlans.sentences(result));
    for (ArmResult arm : result.arms()) {
      if (!arm.diverged().isEmpty()) {
        sentences.add(
            "%s diverged from seed %s. Pairs leave these out, which flatters %s."
                .formatted(arm.name(), joined(arm.diverged()), arm.name()));
      }
    }
    int pairs = result.pairs().stream().mapToInt(pair -> pair.seeds().size()).max().orElse(0);
    for (ArmResult arm : result.arms()) {
      List<Long> collapsed = Collapse.seeds(arm, result.plan().data().shape().classes());
      if (!collapsed.isEmpty() && pairs > 1) {
        sentences.add(collapse(arm.name(), collapsed, pairs));
      }
    }
    hardlyLearned(result).ifPresent(sentences::add);
    if (pairs > 1 && SignedRanks.leastP(pairs) >= Levels.LEVEL) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "The signed ranks of %d pairs cannot give a p below %s, whatever the difference; t can, if differences are normal.",
              pairs,
              FigureFormat.p(SignedRanks.leastP(pairs)).substring(2)));
    }
    if (pairs > 1) {
      sentences.add(families(result));
    }
    return sentences;
  }

  private static Optional<String> hardlyLearned(ComparisonResult result) {
    int classes = result.plan().data().shape().classes();
    List<String> names =
        result.arms().stream()
            .filter(arm -> Collapse.isWhole(arm, classes))
            .map(ArmResult::name)
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s hardly learned from any seed: %s training errors are nine tenths or more of the %s that guessing comes to. What is said of differences need not hold where %s."
                .formatted(
                    joined(names),
                    names.size() == 1 ? "its" : "their",
                    FigureFormat.percent(Collapse.guessing(classes)),
                    names.size() == 1 ? "it learns" : "they learn"));
  }

  /**
   * Comparisons that see no collapse, 0.9ⁿ of them, miss what it does to the mean, so that the
   * interval covers it in as few as the others.
   */
  private static String collapse(String arm, List<Long> seeds, int pairs) {
    return String.format(
        Locale.ROOT,
        "%s learned next to nothing from seed %s, and something from others. Where one run in ten collapses so, differences are far from normal, and an interval by t that says 95 %% holds the true mean difference in as few as %d %% of comparisons of %d seeds. Look at its runs one by one.",
        arm,
        joined(seeds),
        Math.round(100 * (1 - Math.pow(0.9, pairs))),
        pairs);
  }

  /** The figures of one page are several tests, whatever each of them is corrected for. */
  private static String families(ComparisonResult result) {
    boolean claims = !result.claims().isEmpty();
    int families = Metric.values().length + (claims ? 1 : 0);
    return String.format(
        Locale.ROOT,
        "Training error and test error are two tests%s: each has its own level of 5 %%, so the chance that %s says something where nothing differs is up to %d %%. To be shown one of them alone, name it beforehand as a claim.",
        claims ? ", and the claims a third" : "",
        claims ? "any of them" : "either",
        Math.round(100 * Levels.LEVEL * families));
  }

  private static String joined(List<?> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
