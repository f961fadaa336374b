package org.skipjack.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.skipjack.net.Families.resnet;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skipjack.engine.Precision;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Option;

/** What plans consist of, as they print themselves. */
class OneDnnPlanTest {
  private final engine cpu = new engine(dnnl_cpu, 0);
  private final Bindings bindings =
      Bindings.none(
          Graph.of(resnet(8, Option.projectionWhereNeeded()), Shape.image(3, 32, 32)), 16);

  @AfterEach
  void freeTheEngine() {
    cpu.close();
  }

  private static List<String> steps(OneDnnPlan oneDnnPlan) {
    return Arrays.stream(oneDnnPlan.toString().split("\\R"))
        .map(line -> line.substring(0, Math.min(60, line.length())).strip())
        .toList();
  }

  private List<String> training() {
    try (OneDnnPlan oneDnnPlan = OneDnnPlan.training(cpu, bindings, Precision.FP32)) {
      return steps(oneDnnPlan);
    }
  }

  @Test
  void training_copies_nothing_but_weights_on_its_way() {
    assertThat(training())
        .filteredOn(step -> step.startsWith("reorder") && !step.contains("weight"))
        .allMatch(
            step -> step.matches("reorder (input|output.*|dense1.*|globalAvgPool1.*)"),
            "what comes in and goes out, and the few values behind the pooling");
  }

  @Test
  void training_computes_a_relu_where_the_values_are() {
    assertThat(training())
        .contains("batch norm + relu batchNorm1", "sum + relu stage1/block1/add")
        .noneMatch(step -> step.matches("activation \\S+"));
  }

  @Test
  void inference_has_a_step_a_convolution_and_few_besides() {
    try (OneDnnPlan oneDnnPlan = OneDnnPlan.inference(cpu, bindings, Precision.FP32)) {
      assertThat(steps(oneDnnPlan))
          .noneMatch(step -> step.contains("batch norm"))
          .noneMatch(step -> step.contains("sum"))
          .filteredOn(step -> step.startsWith("convolution"))
          .hasSize(9);
      assertThat(steps(oneDnnPlan)).hasSizeLessThanOrEqualTo(9 + 5);
    }
  }

  @Test
  void tensors_that_are_not_needed_at_the_same_time_share_memory() {
    long image = 4L * 16 * 16 * 32 * 32;
    try (OneDnnPlan training = OneDnnPlan.training(cpu, bindings, Precision.FP32);
        OneDnnPlan inference = OneDnnPlan.inference(cpu, bindings, Precision.FP32)) {
      // One tensor of the first stage being read and one being written.
      assertThat(inference.arenaBytes()).isBetween(2 * image, 4 * image);
      // Seven tensors of the first stage are kept for the backward pass, or half and a quarter.
      assertThat(training.arenaBytes()).isBetween(7 * image, 14 * image);
    }
  }

  @Test
  void tensors_in_bfloat16_take_half_the_memory() {
    assumeTrue(new OneDnnEngine().unavailableReason(Precision.BF16).isEmpty(), "no bfloat16 here");
    try (OneDnnPlan whole = OneDnnPlan.training(cpu, bindings, Precision.FP32);
        OneDnnPlan halved = OneDnnPlan.training(cpu, bindings, Precision.BF16)) {
      assertThat(halved.arenaBytes()).isLessThan(whole.arenaBytes() * 6 / 10);
    }
  }
}
