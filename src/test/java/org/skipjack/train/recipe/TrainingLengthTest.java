package org.skipjack.train.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrainingLengthTest {

  @Test
  void epochs_have_as_many_iterations_as_batches() {
    assertThat(TrainingLength.ofEpochs(10).epochs(391)).isEqualTo(10);
    assertThat(TrainingLength.ofEpochs(10).iterations(391)).isEqualTo(3910);
  }

  @Test
  void the_papers_iterations_end_in_the_middle_of_epoch_164() {
    assertThat(TrainingLength.ofIterations(64_000).epochs(391)).isEqualTo(164);
    assertThat(TrainingLength.ofIterations(64_000).iterations(391)).isEqualTo(64_000);
    assertThat(TrainingLength.ofIterations(782).epochs(391)).isEqualTo(2);
  }

  @Test
  void it_prints_as_what_is_counted() {
    assertThat(TrainingLength.ofEpochs(3)).hasToString("3 epochs");
    assertThat(TrainingLength.ofIterations(5)).hasToString("5 iterations");
  }

  @Test
  void a_training_is_counted_in_one_way() {
    assertThatThrownBy(() -> new TrainingLength(1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "a training has 1 epochs or 1 iterations, not both.\nFix: leave one at 0");
  }

  @Test
  void iterations_must_be_positive() {
    assertThatThrownBy(() -> TrainingLength.ofIterations(-5))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "iterations is -5, expected 1 to 1000000000.\nFix: 64000 is usual");
  }
}
