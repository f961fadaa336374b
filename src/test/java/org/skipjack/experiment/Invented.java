package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skipjack.train.History;

/** Judges errors that nobody trained for. */
final class Invented {
  private static final Environment NOWHERE = new Environment(Map.of(), Map.of());

  private Invented() {}

  /** A plan of some arms, which are one net under several names. */
  static Plan plan(int arms, Seeds seeds, List<Claim> claims) {
    List<Variant> variants = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d").subList(0, arms)) {
      variants.add(Variant.of(name, Small.PLAIN));
    }
    Plan plan =
        Comparison.of(variants.toArray(Variant[]::new))
            .on(Small.data())
            .recipe(Small.RECIPE)
            .plan();
    return new Plan(
        plan.question(), plan.arms(), plan.data(), seeds, plan.computation(), plan.pairs(), claims);
  }

  /** What is concluded from these errors of both figures, arm by arm, seed by seed. */
  static ComparisonResult result(Plan plan, List<List<Double>> errors) {
    List<ArmResult> arms = arms(plan, errors);
    Judgement judgement = new Judgement(plan, arms);
    return new ComparisonResult(
        plan, errors.get(0).size(), arms, judgement.pairs(), judgement.claims(), List.of());
  }

  static Judgement judgement(Plan plan, List<List<Double>> errors) {
    return new Judgement(plan, arms(plan, errors));
  }

  private static List<ArmResult> arms(Plan plan, List<List<Double>> errors) {
    List<ArmResult> arms = new ArrayList<>();
    for (int i = 0; i < errors.size(); i++) {
      Map<Long, RunResult> runs = new LinkedHashMap<>();
      for (int seed = 0; seed < errors.get(i).size(); seed++) {
        double error = errors.get(i).get(seed);
        History history =
            new History(List.of(new History.Epoch(1, 0.1, 1, error, 1, error, 1)), List.of());
        runs.put(
            plan.seeds().all().get(seed),
            new RunResult(RunResult.Status.COMPLETE, history, List.of(), NOWHERE));
      }
      arms.add(new ArmResult(plan.arms().get(i), 1, 1, runs));
    }
    return arms;
  }
}
