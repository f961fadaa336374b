package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Invented;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.experiment.store.Environment;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.report.ReportVerification.Outcome;
import org.skipjack.train.history.History;

/**
 * What becomes of honest reports that are run again on other machines, and of reports that say the
 * opposite. Errors are invented: those of two nets from some seeds, on two machines each, with the
 * spread that was measured between machines.
 */
class AgreementTest {
  private static final int REPORTS = 100;
  private static final double OF_SEEDS = 0.04;

  /** What the same run on two machines comes to differs by 2.3 points; each is off by this. */
  private static final double OF_MACHINES = 0.023 / Math.sqrt(2);

  private static final List<Double> EFFECTS = List.of(0.0, 0.02, 0.05, 0.1, 0.2);

  private final Random random = new Random(5);

  private static ExperimentPlan plan(int seeds, double atLeast) {
    Claim.Above claim = new Claim.Side(Metric.TEST_ERROR, "a").above("b").byAtLeast(atLeast);
    return Invented.plan(2, Seeds.count(seeds), List.of(new Claim(claim.words(), claim)));
  }

  private static Map<Long, RunResult> runs(String machine, List<Double> errors) {
    Environment environment = new Environment(Map.of(), Map.of("processor", machine));
    Map<Long, RunResult> runs = new LinkedHashMap<>();
    for (double error : errors) {
      History history =
          new History(List.of(new History.Epoch(1, 0.1, 1, error, 1, error, 1)), List.of());
      runs.put(
          runs.size() + 1L,
          new RunResult(RunResult.Status.COMPLETE, history, List.of(), environment));
    }
    return runs;
  }

  private static ReportVerification verified(
      ExperimentPlan plan, List<List<Double>> reported, List<List<Double>> again) {
    ComparisonResult result =
        ComparisonResult.of(
            plan,
            reported.get(0).size(),
            Map.of("a", runs("there", reported.get(0)), "b", runs("there", reported.get(1))),
            PlanHistory.UNKNOWN);
    CheckList checkList = new CheckList();
    new RunComparison(ReportData.of(result), checkList)
        .check(Map.of("a", runs("here", again.get(0)), "b", runs("here", again.get(1))));
    return ReportVerification.of(checkList, true, false);
  }

  /** Errors of one net from some seeds, on two machines. */
  private List<List<Double>> errors(int seeds, double mean) {
    List<Double> there = new ArrayList<>();
    List<Double> here = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      double error = mean + OF_SEEDS * random.nextGaussian();
      there.add(error + OF_MACHINES * random.nextGaussian());
      here.add(error + OF_MACHINES * random.nextGaussian());
    }
    return List.of(there, here);
  }

  private Map<Outcome, Integer> outcomes(int seeds) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    ExperimentPlan plan = plan(seeds, 0);
    for (int report = 0; report < REPORTS; report++) {
      double effect = EFFECTS.get(report % EFFECTS.size());
      List<List<Double>> a = errors(seeds, 0.4 + effect);
      List<List<Double>> b = errors(seeds, 0.4);
      Outcome outcome =
          verified(plan, List.of(a.get(0), b.get(0)), List.of(a.get(1), b.get(1))).outcome();
      outcomes.merge(outcome, 1, Integer::sum);
    }
    return outcomes;
  }

  /** Of each figure; see {@link Agreement} for the shares of 200,000. */
  @Test
  void nearly_all_honest_reports_hold_elsewhere_and_the_others_are_not_confirmed() {
    for (int seeds : new int[] {3, 5}) {
      Map<Outcome, Integer> outcomes = outcomes(seeds);
      assertThat(outcomes.getOrDefault(Outcome.FAILS, 0)).as("%s", outcomes).isLessThanOrEqualTo(2);
      assertThat(outcomes.getOrDefault(Outcome.HOLDS, 0))
          .as("%s", outcomes)
          .isGreaterThanOrEqualTo(REPORTS * 7 / 10);
    }
  }

  @Test
  void a_conclusion_that_is_turned_round_never_holds() {
    ExperimentPlan plan = plan(3, 0);
    for (int report = 0; report < REPORTS; report++) {
      List<List<Double>> a = errors(3, 0.5);
      List<List<Double>> b = errors(3, 0.4);
      ComparisonResult honest = Invented.result(plan, List.of(a.get(0), b.get(0)));
      if (honest.pairs().stream().anyMatch(pair -> pair.verdict().decided())) {
        ReportVerification answer =
            verified(plan, List.of(b.get(0), a.get(0)), List.of(a.get(1), b.get(1)));
        assertThat(answer.outcome()).as("%s", answer.lines()).isEqualTo(Outcome.FAILS);
      }
    }
  }

  @Test
  void what_was_pushed_over_its_threshold_within_the_tolerance_is_not_confirmed() {
    List<List<Double>> again = List.of(List.of(0.50, 0.53, 0.56), List.of(0.48, 0.47, 0.46));
    List<List<Double>> pushed = List.of(List.of(0.53, 0.54, 0.55), List.of(0.48, 0.47, 0.47));

    assertThat(verified(plan(3, 0), again, again).lines())
        .anyMatch(line -> line.endsWith("not told apart again"));
    ReportVerification answer = verified(plan(3, 0), pushed, again);

    assertThat(answer.lines())
        .contains(
            "  ??  claim “a has a higher test error than b” [test error: a − b > 0]: verified in the report, underpowered now",
            "  ??  test error of a and b: +6.67 points in the report, +6.00 now, told apart in the report, not told apart now");
    assertThat(answer.outcome()).isEqualTo(Outcome.UNCONFIRMED);
    assertThat(answer.sentence())
        .isEqualTo(
            "Its runs are within what machines differ by, but 3 of its conclusions did not come out again: take them as undecided.");
  }
}
