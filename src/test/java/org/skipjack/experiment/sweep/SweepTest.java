package org.skipjack.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.Skipjack.axis;
import static org.skipjack.Skipjack.batchSize;
import static org.skipjack.Skipjack.depth;
import static org.skipjack.Skipjack.fullPreActivation;
import static org.skipjack.Skipjack.learningRate;
import static org.skipjack.Skipjack.options;
import static org.skipjack.Skipjack.order;
import static org.skipjack.Skipjack.originalOrder;
import static org.skipjack.Skipjack.plainAndResidual;
import static org.skipjack.Skipjack.projectionWhereNeeded;
import static org.skipjack.Skipjack.seeds;
import static org.skipjack.Skipjack.shortcut;
import static org.skipjack.Skipjack.sweep;
import static org.skipjack.Skipjack.width;
import static org.skipjack.Skipjack.zeroPad;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.net.Families;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Schedule;

class SweepTest {
  @TempDir private Path folder;

  private static ExperimentPlan plan(Sweep sweep) {
    return sweep.on(Small.data()).recipe(Small.RECIPE).plan();
  }

  @Test
  void every_combination_is_an_arm_that_knows_its_place() {
    ExperimentPlan experimentPlan =
        plan(sweep(depth(20, 56), shortcut(zeroPad(), projectionWhereNeeded()), seeds(5)));

    assertThat(experimentPlan.arms().stream().map(Arm::name))
        .containsExactly(
            "depth 20 zeroPad()",
            "depth 20 projectionWhereNeeded()",
            "depth 56 zeroPad()",
            "depth 56 projectionWhereNeeded()");
    assertThat(experimentPlan.arms().stream().map(Arm::net))
        .containsExactly(
            Families.resnet(20),
            Families.resnet(20, projectionWhereNeeded()),
            Families.resnet(56),
            Families.resnet(56, projectionWhereNeeded()));
    assertThat(experimentPlan.arms().get(3).place())
        .hasToString("{depth=56, shortcut=projectionWhereNeeded()}");
    assertThat(experimentPlan.seeds().all()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void those_are_compared_that_differ_on_one_axis_from_its_first_value() {
    ExperimentPlan experimentPlan = plan(sweep(depth(8, 14, 20), plainAndResidual()));

    assertThat(experimentPlan.pairs()).isEqualTo(Pairs.ON_ONE_AXIS);
    assertThat(experimentPlan.pairs().of(experimentPlan.arms()))
        .containsExactly(
            new Pairs.Pair("depth 8 plain", "depth 8 residual"),
            new Pairs.Pair("depth 8 plain", "depth 14 plain"),
            new Pairs.Pair("depth 8 plain", "depth 20 plain"),
            new Pairs.Pair("depth 8 residual", "depth 14 residual"),
            new Pairs.Pair("depth 8 residual", "depth 20 residual"),
            new Pairs.Pair("depth 14 plain", "depth 14 residual"),
            new Pairs.Pair("depth 20 plain", "depth 20 residual"));
  }

  @Test
  void recipes_vary_as_nets_do() {
    List<Arm> arms =
        plan(sweep(learningRate(0.1, 0.01), batchSize(10, 50)).each(p -> p.with(width(4)))).arms();

    assertThat(arms.stream().map(Arm::name))
        .containsExactly(
            "learning rate 0.1 batch size 10",
            "learning rate 0.1 batch size 50",
            "learning rate 0.01 batch size 10",
            "learning rate 0.01 batch size 50");
    Recipe last = Small.RECIPE.withSchedule(Schedule.constant(0.01)).withBatchSize(50);
    assertThat(arms.get(3).recipe()).isEqualTo(last);
    assertThat(arms.get(3).net()).isEqualTo(Families.resnet(20, width(4)));
  }

  @Test
  void an_axis_of_ones_own_changes_anything() {
    List<Variant> variants =
        sweep(
                axis(
                    "head",
                    Axis.value("as it is", sweepPoint -> sweepPoint),
                    Axis.value("wider", sweepPoint -> sweepPoint.thenNet(net -> net.dense(100)))),
                options("width", width(4), width(8)))
            .of(Families::preActResnet)
            .variants();

    assertThat(variants.get(3).net()).isEqualTo(Families.preActResnet(20, width(8)).dense(100));
  }

  @Test
  void an_option_takes_the_place_of_one_of_its_kind() {
    List<Variant> variants =
        sweep(order(originalOrder(), fullPreActivation()))
            .each(sweepPoint -> sweepPoint.with(fullPreActivation()).withDepth(8))
            .variants();

    assertThat(variants.get(0).net()).isEqualTo(Families.resnet(8));
  }

  @Test
  void a_sweep_runs_and_concludes_as_any_comparison() {
    ComparisonResult result =
        sweep(depth(8, 14), plainAndResidual(), seeds(2))
            .each(sweepPoint -> sweepPoint.with(width(2)))
            .on(Small.data())
            .recipe(Small.RECIPE.withEpochs(1))
            .in(folder)
            .run();

    assertThat(result.complete()).isTrue();
    assertThat(result.pairs()).hasSize(8);
    assertThat(result.arm("depth 14 residual").histories()).hasSize(2);
  }

  @Test
  void wrong_words_say_what_would_be_right() {
    assertThatThrownBy(() -> sweep(seeds(3)))
        .hasMessageContaining("the axes of the sweep are []", "Fix: sweep(depth(20, 56)");
    assertThatThrownBy(() -> sweep(depth(8), depth(14)))
        .hasMessageContaining("the axes of the sweep are [depth, depth]");
    assertThatThrownBy(() -> sweep(depth(8, 8)))
        .hasMessageContaining("the axis depth has the values [8, 8]");
    assertThatThrownBy(() -> sweep(depth(8), seeds(1), seeds(2)))
        .hasMessageContaining("was given 2 numbers of seeds");
    assertThatThrownBy(() -> seeds(0)).hasMessageContaining("Fix: seeds(5)");
    assertThatThrownBy(() -> sweep(depth(9)).variants()).hasMessageContaining("9");
  }
}
