package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.exclusiveGate;
import static org.skipjack.net.Option.glorotUniform;
import static org.skipjack.net.Option.zeroGamma;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.data.Seed;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

class ParameterInitializerTest {
  private static final Shape IMAGE = Shape.image(3, 16, 16);

  private static Parameters draw(Net net, long seed) {
    return ParameterInitializer.draw(Graph.of(net, IMAGE), Seed.of(seed));
  }

  private static float[] values(Parameters parameters, String name) {
    return parameters.get(name).dup('c').data().asFloat();
  }

  @Test
  void the_same_name_draws_the_same_values_whatever_else_the_net_has() {
    Net large = net().conv(8).named("stem").relu().conv(4).flatten().dense(3).named("head");
    Net small = net().conv(8).named("stem");

    assertThat(values(draw(large, 1), "stem/weight"))
        .isEqualTo(values(draw(small, 1), "stem/weight"));
  }

  @Test
  void other_names_and_other_seeds_draw_other_values() {
    Net net = net().conv(3).conv(3);
    float[] weight = values(draw(net, 1), "conv1/weight");

    assertThat(values(draw(net, 1), "conv2/weight")).isNotEqualTo(weight);
    assertThat(values(draw(net, 2), "conv1/weight")).isNotEqualTo(weight);
  }

  @Test
  void a_residual_net_and_its_plain_twin_begin_with_the_same_weights() {
    Net net = Families.resnet(20);
    INDArray residual = draw(net, 1).learned();

    assertThat(draw(net.plain(), 1).learned().dup().data().asFloat())
        .isEqualTo(residual.dup().data().asFloat());
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv2/weight", "dense1/weight"})
  void weights_are_normal_with_variance_two_over_the_inputs(String name) {
    Parameters parameters = draw(net().conv(64).conv(64).globalAvgPool().dense(500), 1);
    int fanIn = name.startsWith("conv") ? 64 * 9 : 64;
    float[] values = values(parameters, name);
    double mean = 0;
    double square = 0;
    int beyondTwoDeviations = 0;
    for (float value : values) {
      mean += value / values.length;
      square += (double) value * value / values.length;
      beyondTwoDeviations += Math.abs(value) > 2 * Math.sqrt(2.0 / fanIn) ? 1 : 0;
    }

    assertThat(mean).isCloseTo(0, within(4 * Math.sqrt(2.0 / fanIn / values.length)));
    assertThat(square * fanIn).isCloseTo(2, within(8 * Math.sqrt(2.0 / values.length)));
    assertThat((double) beyondTwoDeviations / values.length).isCloseTo(0.0455, within(0.005));
  }

  @Test
  void uniform_weights_fill_their_range_and_no_more() {
    Net net = net().conv(64, glorotUniform());
    float[] values = values(draw(net, 1), "conv1/weight");
    double limit = Math.sqrt(6.0 / (27 + 576));
    double square = 0;
    for (float value : values) {
      assertThat((double) value).isBetween(-limit, limit);
      square += (double) value * value / values.length;
    }

    assertThat(square).isCloseTo(limit * limit / 3, within(0.1 * limit * limit));
  }

  @Test
  void all_else_begins_with_its_constant() {
    Parameters parameters = draw(net().conv(4, bias()).batchNorm(), 1);

    assertThat(values(parameters, "conv1/bias")).containsOnly(0);
    assertThat(values(parameters, "batchNorm1/gamma")).containsOnly(1);
    assertThat(values(parameters, "batchNorm1/beta")).containsOnly(0);
    assertThat(values(parameters, "batchNorm1/mean")).containsOnly(0);
    assertThat(values(parameters, "batchNorm1/variance")).containsOnly(1);
  }

  @Test
  void a_gate_begins_with_its_bias_and_a_scale_with_zero_where_it_is_asked_for() {
    Net net = net().residual(exclusiveGate(-6), b -> b.conv(3).batchNorm(zeroGamma()));
    Parameters parameters = draw(net, 1);

    assertThat(values(parameters, "block1/gate/bias")).containsOnly(-6);
    assertThat(values(parameters, "block1/batchNorm1/gamma")).containsOnly(0);
  }
}
