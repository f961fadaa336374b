package org.skipjack.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skipjack.experiment.Invented;
import org.skipjack.experiment.StoppingRule;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.experiment.statistics.PairedTest;
import org.skipjack.experiment.statistics.RepeatedTest;
import org.skipjack.experiment.statistics.Sample;

class PairwiseAnalysisTest {
  private static final Claim.Side A = new Claim.Side(Metric.TEST_ERROR, "a");
  private static final List<List<Double>> ERRORS =
      List.of(List.of(0.100, 0.130, 0.120), List.of(0.090, 0.110, 0.125), List.of(0.4, 0.42, 0.41));

  private static Claim claim(Claim.Statement statement) {
    return Claim.of("so", statement);
  }

  @Test
  void the_level_of_claims_by_a_rule_is_corrected_for_their_number_and_the_looks() {
    List<Claim> claims =
        List.of(claim(A.above("b")), claim(A.below("c")), claim(A.within(2).of("b")));
    ExperimentPlan experimentPlan = Invented.plan(3, StoppingRule.of(3, 6).seeds(1), claims);

    for (ClaimResult result : Invented.judgement(experimentPlan, ERRORS).claims()) {
      double nominal = RepeatedTest.of(3, 6, 1, 0.05 / 3).nominalLevel();
      assertThat(nominal).isLessThan(0.05 / 3 / 2);
      assertThat(result.difference().level()).isCloseTo(1 - nominal, within(1e-12));
      assertThat(result).asString().contains("corrected for 3 claims and 4 looks");
    }
  }

  @Test
  void the_level_of_claims_of_fixed_seeds_is_corrected_for_their_number() {
    ExperimentPlan experimentPlan =
        Invented.plan(3, Seeds.count(3), List.of(claim(A.above("b")), claim(A.below("c"))));

    assertThat(Invented.judgement(experimentPlan, ERRORS).claims())
        .extracting(Object::toString)
        .containsExactly(
            "underpowered: so [test error: a − b > 0] (97.5 % interval of the difference: −3.67 to +5.34 points, corrected"
                + " for 2 claims)",
            "verified: so [test error: c − a > 0] (97.5 % interval of the difference: +27.26 to +31.40 points, corrected for"
                + " 2 claims)");
  }

  @Test
  void an_equality_that_is_open_says_how_many_seeds_it_would_take() {
    ExperimentPlan experimentPlan =
        Invented.plan(2, Seeds.count(3), List.of(claim(A.within(2).of("b"))));

    assertThat(Invented.judgement(experimentPlan, ERRORS.subList(0, 2)).claims())
        .extracting(Object::toString)
        .containsExactly(
            "underpowered: so [test error: |a − b| < 2 points] (95 % interval of the difference: −2.29 to +3.96 points; even if there is"
                + " no difference at all, 16 seeds of this spread would verify it in four of five such"
                + " comparisons, these 3 in 5 %)");
  }

  @Test
  void an_equality_is_verified_or_refuted_by_the_same_interval() {
    List<List<Double>> errors =
        List.of(List.of(0.100, 0.101, 0.103), List.of(0.1, 0.101, 0.102), List.of(0.4, 0.42, 0.41));
    ExperimentPlan experimentPlan =
        Invented.plan(
            3, Seeds.count(3), List.of(claim(A.within(1).of("b")), claim(A.within(1).of("c"))));

    assertThat(Invented.judgement(experimentPlan, errors).claims())
        .extracting(ClaimResult::outcome)
        .containsExactly(Claim.Outcome.VERIFIED, Claim.Outcome.REFUTED);
  }

  @Test
  void one_difference_has_one_number_of_seeds() {
    ExperimentPlan experimentPlan = Invented.plan(3, Seeds.count(3), List.of());

    for (PairResult pair : Invented.judgement(experimentPlan, ERRORS).pairs()) {
      if (!pair.verdict().decided()) {
        assertThat(pair.verdict().sentence())
            .contains(
                "as large as seen, less the bias of few seeds, "
                    + pair.outlook().orElseThrow().needed()
                    + " ");
      }
    }
  }

  @Test
  void both_figures_together_are_two_tests_and_claims_a_third() {
    ExperimentPlan experimentPlan = Invented.plan(2, Seeds.count(3), List.of());
    ExperimentPlan claimed = Invented.plan(2, Seeds.count(3), List.of(claim(A.above("b"))));

    assertThat(Invented.result(experimentPlan, ERRORS.subList(0, 2)).conclusions())
        .contains(
            "Training error and test error are two tests: each has its own level of 5 %, so the"
                + " chance that either says something where nothing differs is up to 10 %. To be shown"
                + " one of them alone, name it beforehand as a claim.");
    assertThat(Invented.result(claimed, ERRORS.subList(0, 2)).toString().replaceAll("\\s+", " "))
        .contains("are two tests, and the claims a third: ", "is up to 15 %.");
  }

  @Test
  void a_run_that_collapsed_is_said_and_what_it_does_to_the_interval() {
    ExperimentPlan experimentPlan = Invented.plan(2, Seeds.count(3), List.of());
    List<List<Double>> collapsed = List.of(List.of(0.20, 0.88, 0.22), List.of(0.19, 0.2, 0.21));

    assertThat(Invented.result(experimentPlan, collapsed).conclusions())
        .anyMatch(
            sentence ->
                sentence.startsWith(
                        "a learned next to nothing from seed 2, and something from others.")
                    && sentence.contains("in as few as 27 % of comparisons of 3 seeds."));
    for (List<Double> none : List.of(List.of(0.2, 0.22, 0.4), List.of(0.7, 0.83, 0.75))) {
      assertThat(Invented.result(experimentPlan, List.of(none, none)).conclusions())
          .noneMatch(sentence -> sentence.contains("learned next to nothing"));
    }
  }

  @Test
  void a_run_that_guesses_collapsed_where_another_errs_by_two_thirds_of_guessing() {
    ExperimentPlan experimentPlan = Invented.plan(2, Seeds.count(3), List.of());

    assertThat(
            Invented.result(
                    experimentPlan, List.of(List.of(0.5, 0.55, 0.9), List.of(0.5, 0.5, 0.52)))
                .conclusions())
        .anyMatch(sentence -> sentence.startsWith("a learned next to nothing from seed 3,"));
  }

  @Test
  void nets_that_hardly_learned_from_any_seed_are_named() {
    ExperimentPlan experimentPlan = Invented.plan(2, Seeds.count(3), List.of());
    List<Double> guesses = List.of(0.89, 0.88, 0.9);

    assertThat(
            Invented.result(experimentPlan, List.of(guesses, List.of(0.5, 0.9, 0.4))).conclusions())
        .contains(
            "a hardly learned from any seed: its training errors are nine tenths or more of the"
                + " 90.00 % that guessing comes to. What is said of differences need not hold where it"
                + " learns.");
    assertThat(Invented.result(experimentPlan, List.of(guesses, guesses)).conclusions())
        .anyMatch(sentence -> sentence.startsWith("a, b hardly learned from any seed: "));
  }

  @Test
  void a_bootstrap_interval_is_of_ten_pairs_or_more() {
    ExperimentPlan experimentPlan = Invented.plan(2, Seeds.count(10), List.of());
    List<Double> ten = List.of(0.1, 0.2, 0.12, 0.13, 0.15, 0.16, 0.11, 0.12, 0.19, 0.1);
    List<Double> other = List.of(0.1, 0.21, 0.15, 0.13, 0.17, 0.16, 0.1, 0.12, 0.2, 0.1);

    for (int pairs = 2; pairs <= 10; pairs++) {
      List<List<Double>> errors = List.of(ten.subList(0, pairs), other.subList(0, pairs));
      assertThat(
              Invented.judgement(experimentPlan, errors)
                  .pairs(Metric.TEST_ERROR)
                  .get(0)
                  .difference()
                  .orElseThrow()
                  .bootstrap()
                  .isPresent())
          .isEqualTo(pairs == 10);
    }
  }

  @Test
  void an_interval_covers_as_seldom_as_is_said_where_one_run_in_ten_collapses() {
    Random random = new Random(8);
    double covered = 0;
    int experiments = 5_000;
    for (int i = 0; i < experiments; i++) {
      double[] differences =
          random
              .doubles(5)
              .map(u -> 0.01 * random.nextGaussian() + (random.nextInt(10) == 0 ? 1 : 0))
              .toArray();
      covered += PairedTest.of(Sample.of(differences), 0.95).interval().contains(0.1) ? 1 : 0;
    }
    assertThat(covered / experiments).isCloseTo(1 - Math.pow(0.9, 5), within(0.02));
  }
}
