package org.skipjack.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.StoppingRule;
import org.skipjack.experiment.Variant;
import org.skipjack.net.Families;

class ExperimentPlanTest {
  @TempDir private Path folder;

  @Test
  void a_plan_can_be_written_down_and_read_back() {
    for (Comparison comparison :
        List.of(
            Small.comparison(folder),
            Small.comparison(folder).until(StoppingRule.of(3, 5)),
            Small.comparison(folder).claim("it is so", claim().byAtLeast(0.02)),
            Small.comparison(folder)
                .claim(
                    "they are equal",
                    new Claim.Side(Metric.TEST_ERROR, "plain").within(0.5).of("residual")))) {
      ExperimentPlan experimentPlan = comparison.plan();
      String text = ExperimentJson.JSON.pretty(experimentPlan);

      assertThat(ExperimentJson.JSON.read(text, ExperimentPlan.class)).isEqualTo(experimentPlan);
      assertThat(text).contains("\"net\": \"net().conv(4).batchNorm().relu()");
    }
  }

  private static Claim.Above claim() {
    return new Claim.Side(Metric.TRAINING_ERROR, "plain").above("residual");
  }

  @Test
  void on_cifar_10_what_is_published_of_a_net_goes_with_it() {
    Dataset images =
        Dataset.of(
            "cifar10",
            IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
            3,
            8,
            8,
            new byte[10],
            new byte[1_920]);
    ExperimentPlan experimentPlan =
        Comparison.of(Families.resnet(110), Families.plain(20), Families.resnet(8))
            .on(new DataSplit(images, images))
            .plan();

    assertThat(
            experimentPlan.arm("resnet110").published().stream()
                .map(one -> one.source() + one.text()))
        .containsExactly("He et al. 20156.43", "akamaster6.32", "nabla0001 (of 5)7.14");
    assertThat(experimentPlan.arm("plain20").published()).hasSize(5);
    assertThat(experimentPlan.arm("resnet8").published()).isEmpty();
    assertThat(
            ExperimentJson.JSON.read(
                ExperimentJson.JSON.pretty(experimentPlan), ExperimentPlan.class))
        .isEqualTo(experimentPlan);
    assertThat(Comparison.of(Families.resnet(20)).on(Small.data()).plan().arms().get(0).published())
        .isEmpty();
  }

  @Test
  void seeds_and_claims_make_no_other_comparison_of_it() {
    ExperimentPlan experimentPlan = Small.comparison(folder).plan();
    ExperimentPlan more =
        Small.comparison(folder).seeds(7).claim("so", claim()).question("Why?").plan();
    ExperimentPlan other = Small.comparison(folder).epochs(3).plan();

    assertThat(more.digest()).isNotEqualTo(experimentPlan.digest());
    assertThat(more.digestOfComparison()).isEqualTo(experimentPlan.digestOfComparison());
    assertThat(other.digestOfComparison()).isNotEqualTo(experimentPlan.digestOfComparison());
  }

  @Test
  void trials_come_seed_by_seed_with_the_most_work_first() {
    ExperimentPlan experimentPlan =
        Comparison.of(
                Variant.of("short", Small.PLAIN),
                Variant.of("long", Small.PLAIN).recipe(r -> r.withEpochs(9)))
            .on(Small.data())
            .recipe(Small.RECIPE)
            .seeds(7, 5, 3)
            .plan();

    assertThat(experimentPlan.trials(2).stream().map(Trial::title))
        .containsExactly("long, seed 7", "short, seed 7", "long, seed 5", "short, seed 5");
  }

  @Test
  void a_trial_is_known_by_what_its_result_depends_on() {
    ExperimentPlan experimentPlan = Small.comparison(folder).plan();
    Trial trial = experimentPlan.trial(experimentPlan.arm("plain"), 1);
    Trial renamed =
        new Trial("x", trial.net(), trial.recipe(), trial.data(), 1, trial.computation());
    ExecutionSpec two =
        new ExecutionSpec(trial.computation().engine(), 2, trial.computation().precision());

    assertThat(renamed.digest()).isEqualTo(trial.digest());
    assertThat(experimentPlan.trial(experimentPlan.arm("plain"), 2).digest())
        .isNotEqualTo(trial.digest());
    assertThat(experimentPlan.trial(experimentPlan.arm("residual"), 1).digest())
        .isNotEqualTo(trial.digest());
    assertThat(new Trial("plain", trial.net(), trial.recipe(), trial.data(), 1, two).digest())
        .isNotEqualTo(trial.digest());
  }

  @Test
  void a_claim_of_an_arm_that_is_not_there_is_refused() {
    Comparison wrong =
        Small.comparison(folder)
            .claim("so", new Claim.Side(Metric.TEST_ERROR, "plain").above("residual20"));

    assertThatThrownBy(wrong::plan)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no arm called \"residual20\".%nFix: one of plain, residual".formatted());
  }

  @Test
  void all_pairs_or_those_with_the_first() {
    List<Arm> arms =
        List.of("a", "b", "c").stream()
            .map(name -> new Arm(name, java.util.Map.of(), Small.PLAIN, Small.RECIPE, List.of()))
            .toList();

    assertThat(Pairs.ALL.of(arms))
        .containsExactly(
            new Pairs.Pair("a", "b"), new Pairs.Pair("a", "c"), new Pairs.Pair("b", "c"));
    assertThat(Pairs.WITH_FIRST.of(arms))
        .containsExactly(new Pairs.Pair("a", "b"), new Pairs.Pair("a", "c"));
    assertThat(Pairs.ALL.of(arms.subList(0, 1))).isEmpty();
  }
}
