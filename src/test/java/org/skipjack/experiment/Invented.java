package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.PairwiseAnalysis;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.experiment.store.Environment;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.train.history.History;

/** Judges errors that nobody trained for. */
public final class Invented {
  private static final Environment NOWHERE = new Environment(Map.of(), Map.of());

  private Invented() {}

  /** A plan of some arms, which are one net under several names. */
  public static ExperimentPlan plan(int arms, Seeds seeds, List<Claim> claims) {
    List<Variant> variants = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d").subList(0, arms)) {
      variants.add(Variant.of(name, Small.PLAIN));
    }
    ExperimentPlan experimentPlan =
        Comparison.of(variants.toArray(Variant[]::new))
            .on(Small.data())
            .recipe(Small.RECIPE)
            .plan();
    return new ExperimentPlan(
        experimentPlan.question(),
        experimentPlan.arms(),
        experimentPlan.data(),
        seeds,
        experimentPlan.computation(),
        experimentPlan.pairs(),
        claims);
  }

  /** What is concluded from these errors of both figures, arm by arm, seed by seed. */
  public static ComparisonResult result(ExperimentPlan experimentPlan, List<List<Double>> errors) {
    List<ArmResult> arms = arms(experimentPlan, errors);
    PairwiseAnalysis pairwiseAnalysis = new PairwiseAnalysis(experimentPlan, arms);
    return new ComparisonResult(
        experimentPlan,
        errors.get(0).size(),
        arms,
        pairwiseAnalysis.pairs(),
        pairwiseAnalysis.claims(),
        PlanHistory.UNKNOWN);
  }

  public static PairwiseAnalysis judgement(
      ExperimentPlan experimentPlan, List<List<Double>> errors) {
    return new PairwiseAnalysis(experimentPlan, arms(experimentPlan, errors));
  }

  private static List<ArmResult> arms(ExperimentPlan experimentPlan, List<List<Double>> errors) {
    List<ArmResult> arms = new ArrayList<>();
    for (int i = 0; i < errors.size(); i++) {
      Map<Long, RunResult> runs = new LinkedHashMap<>();
      for (int seed = 0; seed < errors.get(i).size(); seed++) {
        double error = errors.get(i).get(seed);
        History history =
            new History(List.of(new History.Epoch(1, 0.1, 1, error, 1, error, 1)), List.of());
        runs.put(
            experimentPlan.seeds().all().get(seed),
            new RunResult(RunResult.Status.COMPLETE, history, List.of(), NOWHERE));
      }
      arms.add(new ArmResult(experimentPlan.arms().get(i), 1, 1, runs));
    }
    return arms;
  }
}
