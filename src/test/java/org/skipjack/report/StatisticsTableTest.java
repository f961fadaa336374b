package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.StoppingRule;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.analysis.PairResult;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.store.Environment;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.train.history.History;

/** What a figure is corrected for stands where the figure stands. */
class StatisticsTableTest {
  private static final List<List<Double>> ERRORS =
      List.of(List.of(0.1, 0.13, 0.12), List.of(0.09, 0.11, 0.125), List.of(0.4, 0.42, 0.41));

  private static Comparison comparison(int arms) {
    return Comparison.of(
            List.of("a", "b", "c").subList(0, arms).stream()
                .map(name -> Variant.of(name, Small.PLAIN))
                .toArray(Variant[]::new))
        .on(Small.data())
        .recipe(Small.RECIPE);
  }

  private static ComparisonResult result(ExperimentPlan experimentPlan) {
    Map<String, Map<Long, RunResult>> runs = new LinkedHashMap<>();
    for (int arm = 0; arm < experimentPlan.arms().size(); arm++) {
      Map<Long, RunResult> own = new LinkedHashMap<>();
      for (int seed = 0; seed < 3; seed++) {
        double error = ERRORS.get(arm).get(seed);
        own.put(
            seed + 1L,
            new RunResult(
                RunResult.Status.COMPLETE,
                new History(List.of(new History.Epoch(1, 0.1, 1, error, 1, error, 1)), List.of()),
                List.of(),
                new Environment(Map.of(), Map.of())));
      }
      runs.put(experimentPlan.arms().get(arm).name(), own);
    }
    return ComparisonResult.of(experimentPlan, 3, runs, PlanHistory.UNKNOWN);
  }

  @Test
  void an_interval_that_is_not_corrected_is_said_to_be_none_beside_a_corrected_p() {
    assertThat(StatisticsTable.of(result(comparison(3).seeds(3).plan())))
        .contains("interval by t, each alone", "p, corrected")
        .contains(
            "Intervals are of level 95 %, each of one difference alone, not corrected; nor is p, and"
                + " the signed ranks'. What decides is p, corrected for 3 comparisons of one figure.")
        .contains("at level 0.017;");
  }

  @Test
  void where_nothing_is_corrected_nothing_is_said_to_be() {
    assertThat(StatisticsTable.of(result(comparison(2).seeds(3).plan())))
        .contains("<th>p</th><th>level</th>", "</td><td>0.05</td><td>")
        .doesNotContain("p, corrected", "each alone");
  }

  @Test
  void the_figure_of_differences_says_the_level_of_its_intervals_and_what_it_covers() {
    assertThat(captions(comparison(2).seeds(3).plan()))
        .contains("and the 95 % interval of the mean by t. Where");
    assertThat(captions(comparison(3).seeds(3).plan()))
        .contains("and the 95 % interval of the mean by t, of each alone, not corrected. Where");
  }

  private static String captions(ExperimentPlan experimentPlan) {
    return ReportCharts.of(result(experimentPlan)).stream()
        .map(ReportFigure::caption)
        .collect(Collectors.joining(" "));
  }

  @Test
  void by_a_rule_the_interval_is_corrected_and_p_is_not() {
    assertThat(StatisticsTable.of(result(comparison(3).until(StoppingRule.of(3, 6)).plan())))
        .contains(
            "corrected for 3 comparisons and 4 looks; p and signed ranks are of this look alone")
        .doesNotContain("p, corrected", "each alone");
  }

  @Test
  void the_table_and_the_sentence_have_one_number_of_seeds_for_one_difference() {
    for (int arms : new int[] {2, 3}) {
      ComparisonResult result = result(comparison(arms).seeds(3).plan());
      String html = StatisticsTable.of(result);
      for (PairResult pair : result.pairs()) {
        String needed = pair.outlook().orElseThrow().needed();
        assertThat(html).contains(">" + needed + "</td>");
        assertThat(
                pair.verdict().decided() || pair.verdict().sentence().contains(needed + " seeds"))
            .isTrue();
      }
    }
  }

  @Test
  void a_bootstrap_of_few_pairs_is_not_printed_and_two_figures_are_two_tests() {
    assertThat(StatisticsTable.of(result(comparison(2).seeds(3).plan())))
        .contains("No bootstrap interval of fewer than 10 pairs")
        .contains("Training error and test error are two tests, which nothing here corrects for.");
  }
}
