package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {

  @Test
  void the_default_is_this() {
    assertThat(Recipe.DEFAULT)
        .isEqualTo(new Recipe(10, 128, Schedule.cosine(0.1), new Sgd(0.9, 1e-4)));
  }

  @Test
  void a_change_leaves_the_rest_as_it_is() {
    Schedule steps = Schedule.steps(0.2);

    assertThat(Recipe.DEFAULT.withEpochs(3).withBatchSize(32).withSchedule(steps))
        .isEqualTo(new Recipe(3, 32, steps, Sgd.HE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void epochs_must_be_positive(int epochs) {
    assertThatThrownBy(() -> Recipe.DEFAULT.withEpochs(epochs))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "epochs is %d, expected 1 or more.\nFix: 10 is usual".formatted(epochs));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -128})
  void a_batch_size_must_be_positive(int batchSize) {
    assertThatThrownBy(() -> Recipe.DEFAULT.withBatchSize(batchSize))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "batch size is %d, expected 1 or more.\nFix: 128 is usual".formatted(batchSize));
  }
}
