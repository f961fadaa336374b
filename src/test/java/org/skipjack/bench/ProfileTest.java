package org.skipjack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Execution;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

class ProfileTest {
  private static final String NET =
      "net().conv(4).batchNorm().relu().residual(b -> b.conv(4).relu()).globalAvgPool().dense(10)";

  private static Bench bench(BenchTask benchTask, String engine) {
    return Bench.of(benchTask, Net.parse(NET), Execution.on(Engines.named(engine)).threads(1))
        .input(Shape.image(3, 8, 8))
        .batch(2)
        .steps(1, 3);
  }

  private static Profile profile(BenchTask benchTask) {
    return Profile.of(bench(benchTask, "onednn")).orElseThrow();
  }

  private static double calls(Profile profile, String kind) {
    return profile.rows().stream()
        .filter(row -> row.kind().equals(kind))
        .mapToDouble(Profile.Row::calls)
        .sum();
  }

  @Test
  void a_step_of_training_has_each_pass_of_each_layer_once() {
    Profile profile = profile(BenchTask.TRAIN);

    assertThat(calls(profile, "convolution")).isEqualTo(2);
    assertThat(calls(profile, "convolution, weight gradient")).isEqualTo(2);
    assertThat(calls(profile, "convolution, data gradient")).as("not of the first").isEqualTo(1);
    assertThat(calls(profile, "batch norm + relu")).isEqualTo(1);
    assertThat(calls(profile, "dense")).isEqualTo(1);
  }

  @Test
  void a_prediction_has_no_gradients() {
    Profile profile = profile(BenchTask.INFER);

    assertThat(calls(profile, "convolution")).isEqualTo(2);
    assertThat(profile.rows()).noneMatch(row -> row.kind().contains("gradient"));
  }

  @Test
  void rates_are_the_operations_of_the_layers_over_their_time() {
    Profile.Row convolutions =
        profile(BenchTask.TRAIN).rows().stream()
            .filter(row -> row.kind().equals("convolution"))
            .findFirst()
            .orElseThrow();
    double operations = 2.0 * 2 * (8 * 8 * 4 * 3 * 9 + 8 * 8 * 4 * 4 * 9);

    assertThat(convolutions.shape()).isEqualTo("[N, 4, 8, 8]");
    assertThat(convolutions.gflops() * 1e9 * convolutions.seconds())
        .isCloseTo(operations, org.assertj.core.data.Percentage.withPercentage(0.01));
  }

  @Test
  void the_longest_comes_first() {
    List<Double> seconds =
        profile(BenchTask.TRAIN).rows().stream().map(Profile.Row::seconds).toList();

    assertThat(seconds).isSortedAccordingTo((a, b) -> Double.compare(b, a)).allMatch(s -> s > 0);
  }

  @Test
  void an_engine_that_cannot_tell_gives_none() {
    assertThat(Profile.of(bench(BenchTask.INFER, "samediff"))).isEmpty();
  }
}
