package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.ClaimResult;
import org.skipjack.experiment.analysis.PairResult;
import org.skipjack.experiment.analysis.PairwiseAnalysis;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.experiment.store.RunStore;
import org.skipjack.graph.Graph;
import org.skipjack.io.LineWrap;

/**
 * The result of a comparison: every run, and the conclusions.
 *
 * @param plan what was asked
 * @param seeds how many seeds there are results of; fewer than planned if a rule ended it, or an
 *     interrupt
 * @param arms all runs, arm by arm
 * @param pairs how arms differ, first the training error, then the test error
 * @param claims what became of the plan's claims
 * @param history what its store's list of plans tells: a plan that results could have suggested
 *     weakens what its tests say
 */
public record ComparisonResult(
    ExperimentPlan plan,
    int seeds,
    List<ArmResult> arms,
    List<PairResult> pairs,
    List<ClaimResult> claims,
    PlanHistory history) {

  /** Copies the lists. */
  public ComparisonResult {
    arms = List.copyOf(arms);
    pairs = List.copyOf(pairs);
    claims = List.copyOf(claims);
  }

  /** The result of the first seeds of a plan, from the finished runs of a store. */
  static ComparisonResult of(
      ExperimentPlan experimentPlan, int seeds, RunStore store, PlanHistory history) {
    Map<String, Map<Long, RunResult>> runs = new LinkedHashMap<>();
    for (Arm arm : experimentPlan.arms()) {
      Map<Long, RunResult> own = new LinkedHashMap<>();
      for (long seed : experimentPlan.seeds().all().subList(0, seeds)) {
        store.find(experimentPlan.trial(arm, seed)).ifPresent(run -> own.put(seed, run.result()));
      }
      runs.put(arm.name(), own);
    }
    return of(experimentPlan, seeds, runs, history);
  }

  /**
   * The result of a plan from its runs.
   *
   * @param seeds how many seeds there may be results of
   * @param runs the finished runs by the name of their arm and their seed
   * @param history see above
   */
  public static ComparisonResult of(
      ExperimentPlan experimentPlan,
      int seeds,
      Map<String, Map<Long, RunResult>> runs,
      PlanHistory history) {
    List<ArmResult> arms = new ArrayList<>();
    for (Arm arm : experimentPlan.arms()) {
      Graph graph = experimentPlan.graph(arm);
      arms.add(
          new ArmResult(
              arm, graph.parameterCount(), graph.macs(), runs.getOrDefault(arm.name(), Map.of())));
    }
    PairwiseAnalysis pairwiseAnalysis = new PairwiseAnalysis(experimentPlan, arms);
    return new ComparisonResult(
        experimentPlan, seeds, arms, pairwiseAnalysis.pairs(), pairwiseAnalysis.claims(), history);
  }

  /** Whether all runs are there that the plan asks for. */
  public boolean complete() {
    boolean all = arms.stream().allMatch(arm -> arm.runs().size() == seeds);
    return all && (seeds == plan.seeds().all().size() || decided());
  }

  /** Whether the rule of the plan that adds seeds has come to its end. */
  boolean decided() {
    return plan.seeds() instanceof Seeds.UntilDecided until
        && until.looks().contains(seeds)
        && pairs.stream()
            .filter(pair -> pair.metric() == until.metric())
            .allMatch(pair -> pair.verdict().decided());
  }

  /** The runs of an arm. */
  public ArmResult arm(String name) {
    Arm arm = plan.arm(name);
    return arms.stream().filter(result -> result.arm().equals(arm)).findFirst().orElseThrow();
  }

  /**
   * How two arms differ, first less second.
   *
   * @throws IllegalArgumentException if the plan does not compare them in this order
   */
  public PairResult pair(String first, String second, Metric metric) {
    Pairs.Pair wanted = new Pairs.Pair(first, second);
    return pairs.stream()
        .filter(pair -> pair.pair().equals(wanted) && pair.metric() == metric)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s and %s are not compared in this order.%nFix: one of %s"
                        .formatted(first, second, plan.pairs().of(plan.arms()))));
  }

  /** What may be concluded, a sentence for each pair and figure, and one for what weakens it. */
  public List<String> conclusions() {
    List<String> sentences =
        new ArrayList<>(pairs.stream().map(pair -> pair.verdict().sentence()).toList());
    sentences.addAll(Caveats.of(this));
    return sentences;
  }

  /** The table of the arms. */
  public String table() {
    return ComparisonTable.of(this);
  }

  /** Table, conclusions and claims, in lines of a terminal's width. */
  @Override
  public String toString() {
    String text = "%s%n%s".formatted(table(), lines(conclusions().stream()));
    return claims.isEmpty()
        ? text
        : "%s%n%s".formatted(text, lines(claims.stream().map(Object::toString)));
  }

  private static String lines(Stream<String> sentences) {
    return sentences
        .map(sentence -> LineWrap.wrapped(sentence, "  "))
        .collect(Collectors.joining());
  }
}
