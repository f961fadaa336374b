package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.train.Interrupted.TRAINING;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;

class EarlyStoppingTest {
  /** With so small a rate, no image changes its predicted class for long. */
  private static final Training PATIENT =
      TRAINING
          .epochs(50)
          .schedule(Schedule.constant(1e-12))
          .extras(Regularization.NONE.withPatience(4));

  @TempDir Path folder;

  @Test
  void it_ends_after_so_many_epochs_without_a_better_one() {
    Run run = PATIENT.run();

    assertThat(run.end()).isEqualTo(Run.End.EARLY);
    assertThat(run.complete()).isTrue();
    assertThat(run.history().last().epoch()).isLessThan(50);
    assertThat(run.history().best().orElseThrow().epoch())
        .isEqualTo(run.history().last().epoch() - 4);
  }

  @Test
  void while_it_gets_better_it_goes_on() {
    Training learning =
        TRAINING.recipe(TRAINING.recipe().withExtras(Regularization.NONE.withPatience(50)));

    assertThat(learning.run().end()).isEqualTo(Run.End.COMPLETE);
  }

  @Test
  void an_ending_that_was_saved_is_an_ending_after_resume() {
    Training kept = PATIENT.checkpoints(folder);
    Run run = kept.run();

    assertThat(kept.resume().end()).isEqualTo(Run.End.EARLY);
    assertThat(kept.resume().history()).isEqualTo(run.history());
  }

  @Test
  void without_images_to_choose_by_it_is_refused() {
    DataSplit plain = Shapes.split(16, 32, 20, Seed.of(1));

    assertThatThrownBy(() -> Training.of(TRAINING.net()).on(plain).recipe(PATIENT.recipe()).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs images to choose by")
        .hasMessageContaining("Fix: hold some out, --validation 5000");
  }
}
