package org.skipjack.train.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

class SgdTest {
  private final Parameters parameters =
      Parameters.zeros(Graph.of(Net.net().dense(1), Shape.vector(1)), DataType.DOUBLE);

  private final Parameters gradients = parameters.zerosLike();

  private void update(Optimizer.Updater updater, double weight, double bias, double learningRate) {
    gradients.learned().assign(Nd4j.createFromArray(weight, bias));
    updater.update(learningRate);
  }

  private void assertWeight(double expected) {
    assertThat(parameters.learned().getDouble(0)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void updates_follow_the_sequence_worked_out_by_hand() {
    parameters.learned().assign(1);
    try (Optimizer.Updater updater = new Sgd(0.5, 0.1).updater(parameters, gradients)) {
      // v = 0.1 · (2 + 0.1 · 1) = 0.21
      update(updater, 2, 0, 0.1);
      assertWeight(0.79);
      // v = 0.5 · 0.21 + 0.1 · (−1 + 0.1 · 0.79) = 0.0129
      update(updater, -1, 0, 0.1);
      assertWeight(0.7771);
      // v = 0.5 · 0.0129 + 0.01 · 0.1 · 0.7771 = 0.0072271
      update(updater, 0, 0, 0.01);
      assertWeight(0.7698729);
    }
  }

  @Test
  void weight_decay_applies_to_biases_too() {
    parameters.learned().assign(1);
    try (Optimizer.Updater updater = new Sgd(0, 0.1).updater(parameters, gradients)) {
      update(updater, 0, 0, 1);
    }

    assertThat(parameters.get("dense1/bias").getDouble(0)).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void weight_decay_can_leave_biases_alone() {
    parameters.learned().assign(1);
    Sgd sgd = new Sgd(0, 0.1, WeightDecay.WEIGHTS, false);
    try (Optimizer.Updater updater = sgd.updater(parameters, gradients)) {
      update(updater, 0, 0, 1);
    }

    assertThat(parameters.learned().toDoubleVector()).containsExactly(0.9, 1);
  }

  @Test
  void values_that_decay_are_taken_in_runs() {
    Net net = Net.net().conv(2).batchNorm().conv(2).conv(2).flatten().dense(3);
    Parameters several = Parameters.zeros(Graph.of(net, Shape.image(1, 2, 2)));

    assertThat(WeightDecay.ALL.ranges(several))
        .containsExactly(new WeightDecay.Range(0, 18 + 4 + 72 + 27));
    assertThat(WeightDecay.WEIGHTS.ranges(several))
        .containsExactly(new WeightDecay.Range(0, 18), new WeightDecay.Range(22, 22 + 72 + 24));
  }

  @Test
  void nesterovs_step_follows_the_sequence_worked_out_by_hand() {
    parameters.learned().assign(1);
    Sgd sgd = new Sgd(0.5, 0, WeightDecay.ALL, true);
    try (Optimizer.Updater updater = sgd.updater(parameters, gradients)) {
      // v = 0.1 · 2 = 0.2, step 0.5 · 0.2 + 0.2
      update(updater, 2, 0, 0.1);
      assertWeight(0.7);
      // v = 0.5 · 0.2 − 0.1 = 0, step 0.5 · 0 − 0.1
      update(updater, -1, 0, 0.1);
      assertWeight(0.8);
      // v = 0.5 · 0 + 0.01 · 3 = 0.03, step 0.5 · 0.03 + 0.03
      update(updater, 3, 0, 0.01);
      assertWeight(0.755);
    }
  }

  @Test
  void without_momentum_and_decay_a_step_is_the_gradient_times_the_rate() {
    try (Optimizer.Updater updater = new Sgd(0, 0).updater(parameters, gradients)) {
      update(updater, 3, -2, 0.5);
    }

    assertThat(parameters.learned().toDoubleVector()).containsExactly(-1.5, 1);
  }

  @Test
  void the_papers_values_are_these() {
    assertThat(Sgd.HE).isEqualTo(new Sgd(0.9, 1e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void a_momentum_out_of_range_is_refused(double momentum) {
    assertThatThrownBy(() -> new Sgd(momentum, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "momentum is %s, expected 0 or more and less than 1.\nFix: 0.9".formatted(momentum));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-4, Double.NaN})
  void a_weight_decay_out_of_range_is_refused(double weightDecay) {
    assertThatThrownBy(() -> new Sgd(0.9, weightDecay))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "weight decay is %s, expected 0 to 1000.\nFix: 1e-4".formatted(weightDecay));
  }
}
