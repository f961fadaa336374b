package org.skipjack.train.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

class AdamTest {
  private static final double[] GRADIENTS = {2, -1, 0.5, 0, 3, -0.01};
  private static final double[] RATES = {0.1, 0.1, 0.05, 0.05, 0.01, 0.2};

  private final Parameters parameters =
      Parameters.zeros(Graph.of(Net.net().dense(1), Shape.vector(1)), DataType.DOUBLE);
  private final Parameters gradients = parameters.zerosLike();

  private double[] train(Optimizer optimizer) {
    parameters.learned().assign(1);
    try (Optimizer.Updater updater = optimizer.updater(parameters, gradients)) {
      for (int i = 0; i < GRADIENTS.length; i++) {
        gradients.learned().assign(Nd4j.createFromArray(GRADIENTS[i], 2 * GRADIENTS[i]));
        updater.update(RATES[i]);
      }
    }
    return parameters.learned().toDoubleVector();
  }

  /** The algorithm as the papers print it, for one value. */
  private static double reference(Adam adam, double scale, double weightDecay) {
    double w = 1;
    double m = 0;
    double v = 0;
    for (int i = 0; i < GRADIENTS.length; i++) {
      double g = scale * GRADIENTS[i];
      if (adam.decoupled()) {
        w -= RATES[i] * weightDecay * w;
      } else {
        g += weightDecay * w;
      }
      m = adam.beta1() * m + (1 - adam.beta1()) * g;
      v = adam.beta2() * v + (1 - adam.beta2()) * g * g;
      double mean = m / (1 - Math.pow(adam.beta1(), i + 1));
      double square = v / (1 - Math.pow(adam.beta2(), i + 1));
      w -= RATES[i] * mean / (Math.sqrt(square) + 1e-8);
    }
    return w;
  }

  @ParameterizedTest
  @CsvSource({"0, false", "0.1, false", "0.1, true"})
  void updates_are_those_of_the_papers(double weightDecay, boolean decoupled) {
    Adam adam = new Adam(0.9, 0.999, weightDecay, WeightDecay.WEIGHTS, decoupled);
    double[] values = train(adam);

    assertThat(values[0]).isCloseTo(reference(adam, 1, weightDecay), within(1e-10));
    assertThat(values[1]).isCloseTo(reference(adam, 2, 0), within(1e-10));
  }

  @Test
  void the_first_step_is_the_rate_whatever_the_gradient() {
    parameters.learned().assign(1);
    try (Optimizer.Updater updater = Optimizer.adam().updater(parameters, gradients)) {
      gradients.learned().assign(Nd4j.createFromArray(1000.0, -0.001));
      updater.update(0.1);
    }

    assertThat(parameters.learned().getDouble(0)).isCloseTo(0.9, within(1e-6));
    assertThat(parameters.learned().getDouble(1)).isCloseTo(1.1, within(1e-5));
  }

  @Test
  void the_usual_values_are_these() {
    assertThat(Optimizer.adam()).isEqualTo(new Adam(0.9, 0.999, 0, WeightDecay.ALL, false));
    assertThat(Optimizer.adamW(0.05))
        .isEqualTo(new Adam(0.9, 0.999, 0.05, WeightDecay.WEIGHTS, true));
  }

  @Test
  void a_rate_of_forgetting_out_of_range_is_refused() {
    assertThatThrownBy(() -> new Adam(0.9, 1, 0, WeightDecay.ALL, false))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "beta2 is 1.0, expected 0 or more and less than 1.\nFix: 0.999");
  }
}
