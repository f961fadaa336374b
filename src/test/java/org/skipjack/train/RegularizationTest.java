package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Regularization;

class RegularizationTest {
  private final Parameters parameters =
      Parameters.zeros(Graph.of(Net.net().dense(1), Shape.vector(1)), DataType.DOUBLE);
  private final Parameters gradients = parameters.zerosLike();

  private UpdateStep updates(Regularization regularization) {
    Recipe recipe = Recipe.DEFAULT.withOptimizer(new Sgd(0, 0)).withExtras(regularization);
    return new UpdateStep(recipe, parameters, gradients);
  }

  private void update(UpdateStep updateStep, double weight, double bias) {
    gradients.learned().assign(Nd4j.createFromArray(weight, bias));
    assertThat(updateStep.measure()).isCloseTo(Math.hypot(weight, bias), within(1e-6));
    updateStep.update(1);
  }

  private double[] values() {
    return parameters.learned().toDoubleVector();
  }

  @Test
  void a_gradient_longer_than_the_norm_is_scaled_down_to_it() {
    try (UpdateStep updateStep = updates(Regularization.NONE.withClipNorm(1))) {
      update(updateStep, 3, -4);
    }

    assertThat(values()[0]).isCloseTo(-0.6, within(1e-12));
    assertThat(values()[1]).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void a_shorter_one_stays_as_it_is() {
    try (UpdateStep updateStep = updates(Regularization.NONE.withClipNorm(5.01))) {
      update(updateStep, 3, -4);
    }

    assertThat(values()).containsExactly(-3, 4);
  }

  @Nested
  class Averaging {
    @Test
    void the_average_follows_the_sequence_worked_out_by_hand() {
      try (UpdateStep updateStep = updates(Regularization.NONE.withAveraging(0.2))) {
        // w = −11, d = 2/11: a = 9/11 · −11
        update(updateStep, 11, 0);
        updateStep.swap();
        assertThat(values()[0]).isCloseTo(-9, within(1e-12));
        updateStep.swap();
        assertThat(values()[0]).isEqualTo(-11);
        // w = −10, d = 0.2, since 3/12 is more: a = 0.2 · −9 + 0.8 · −10
        update(updateStep, -1, 0);
        updateStep.swap();
        assertThat(values()[0]).isCloseTo(-9.8, within(1e-12));
      }
    }

    @Test
    void the_net_of_a_run_is_the_one_that_was_tested() {
      DataSplit data = Shapes.split(16, 32, 20, Seed.of(1));
      Training training =
          Training.of(Net.net().flatten().dense(10)).on(data).threads(1).epochs(3).batchSize(8);
      Run run =
          training
              .recipe(training.recipe().withExtras(Regularization.NONE.withAveraging(0.9)))
              .run();
      Run without = training.run();

      int errors = 0;
      for (int i = 0; i < 20; i++) {
        float[] row = run.model().predict(data.test().images()).get(i).probabilities();
        int best = 0;
        for (int k = 1; k < row.length; k++) {
          best = row[k] > row[best] ? k : best;
        }
        errors += best == data.test().images().label(i) ? 0 : 1;
      }
      assertThat(errors / 20.0).isEqualTo(run.history().last().testError());
      assertThat(run.history().last().trainingLoss())
          .isEqualTo(without.history().last().trainingLoss());
      assertThat(run.history().last().testLoss()).isNotEqualTo(without.history().last().testLoss());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|0|0|0|label smoothing is 1.0, expected 0 or more and less than 1.",
        "0|-1|0|0|the norm to clip to is -1.0, expected 0 to 1e9.",
        "0|0|1|0|averaging is 1.0, expected 0 or more and less than 1.",
        "0|0|0|9|mixup's α is 9.0, expected 0 to 8."
      })
  void what_is_out_of_range_is_refused(
      double smoothing, double norm, double averaging, double mixup, String message) {
    assertThatThrownBy(() -> new Regularization(smoothing, mixup, norm, averaging, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("Fix: ");
  }
}
