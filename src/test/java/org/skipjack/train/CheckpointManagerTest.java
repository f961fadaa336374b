package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;
import static org.skipjack.train.Interrupted.NET;
import static org.skipjack.train.Interrupted.TRAINING;
import static org.skipjack.train.Interrupted.UPDATES;
import static org.skipjack.train.Interrupted.bits;
import static org.skipjack.train.Interrupted.interrupted;
import static org.skipjack.train.Interrupted.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.io.OutputException;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.history.History;
import org.skipjack.train.recipe.Schedule;

class CheckpointManagerTest {
  @TempDir Path folder;

  @Test
  void the_newest_two_the_best_and_the_named_are_kept() throws IOException {
    Checkpoints policy = Checkpoints.in(folder).keepEpochs(1);
    Run run = TRAINING.epochs(4).checkpoints(policy).run();

    assertThat(names(folder))
        .containsExactly(
            "best.skipjack",
            "epoch-1.skipjack",
            "step-000000012.skipjack",
            "step-000000016.skipjack");
    assertThat(Checkpoint.read(folder.resolve("best.skipjack")).history().last().epoch())
        .isEqualTo(run.history().best().orElseThrow().epoch());
    assertThat(Checkpoint.read(folder.resolve("epoch-1.skipjack")).iteration()).isEqualTo(4);
    assertThat(Checkpoint.read(folder.resolve("step-000000016.skipjack")).end())
        .contains(Run.End.COMPLETE);
    assertThat(Checkpoint.read(folder.resolve("step-000000012.skipjack")).end()).isEmpty();
  }

  @Test
  void a_training_that_diverges_names_the_layer_and_the_last_checkpoint() {
    Training diverging =
        Training.of(net().conv(4, stride(4)).relu().flatten().dense(10))
            .on(TRAINING.data())
            .threads(1)
            .batchSize(8)
            .schedule(Schedule.constant(1e30))
            .checkpoints(Checkpoints.in(folder).everySteps(1));

    assertThatThrownBy(diverging::run)
        .isInstanceOfSatisfying(
            DivergedException.class, e -> assertThat(e.layer()).isEqualTo("dense1"))
        .message()
        .isEqualToNormalizingNewlines(
            """
            infinity in the output of dense1 in epoch 1, after 1 update, at learning rate 1e30.
            The last checkpoint before is %s.
            Fix: a smaller learning rate, or batchNorm() after each conv, or a clipped gradient, --clip-norm 1\
            """
                .formatted(folder.resolve("step-000000001.skipjack")));
    assertThat(Checkpoint.read(folder.resolve("step-000000001.skipjack")).iteration()).isOne();
  }

  @Test
  void without_validation_the_best_is_that_of_the_lowest_training_loss() {
    DataSplit plain = Shapes.split(16, 32, 20, Seed.of(1));
    Training training =
        Training.of(NET).on(plain).threads(1).epochs(3).batchSize(8).checkpoints(folder);
    Run run = training.run();

    History best = Checkpoint.read(folder.resolve("best.skipjack")).history();
    assertThat(best.last().trainingLoss())
        .isEqualTo(
            run.history().epochs().stream()
                .mapToDouble(History.Epoch::trainingLoss)
                .min()
                .orElseThrow());
  }

  @Test
  void within_an_epoch_one_is_written_every_so_many_updates() throws IOException {
    List<String> saved = new ArrayList<>();
    TrainingListener watching =
        new TrainingListener() {
          @Override
          public void saved(Path checkpoint) {
            saved.add(checkpoint.getFileName().toString());
          }
        };
    Training kept =
        TRAINING.epochs(2).checkpoints(Checkpoints.in(folder).everySteps(3)).listener(watching);

    assertThat(kept.run().complete()).isTrue();
    assertThat(saved)
        .containsExactly(
            "step-000000003.skipjack",
            "step-000000004.skipjack",
            "step-000000006.skipjack",
            "step-000000008.skipjack");
    assertThat(names(folder)).contains("step-000000006.skipjack", "step-000000008.skipjack");
  }

  @Test
  void within_an_epoch_one_is_written_when_time_is_up() throws IOException {
    List<Path> saved = new ArrayList<>();
    TrainingListener watching =
        new TrainingListener() {
          @Override
          public void saved(Path checkpoint) {
            saved.add(checkpoint);
          }
        };
    Training kept =
        TRAINING.checkpoints(Checkpoints.in(folder).everySeconds(1e-9)).listener(watching);

    assertThat(kept.run().complete()).isTrue();
    assertThat(saved).hasSize(UPDATES + 3);
  }

  @Test
  void a_checkpoint_that_cannot_be_written_does_not_end_the_training() throws IOException {
    List<OutputException> told = new ArrayList<>();
    TrainingListener watching =
        new TrainingListener() {
          @Override
          public void notSaved(OutputException failure) {
            told.add(failure);
          }
        };
    // A folder of that name stands in the way of the second checkpoint.
    Files.createDirectories(folder.resolve("step-000000008.skipjack/full"));
    Run run = TRAINING.checkpoints(folder).listener(watching).run();

    assertThat(run.complete()).isTrue();
    assertThat(bits(run)).isEqualTo(bits(TRAINING.run()));
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).hasMessageContaining("step-000000008.skipjack");
    assertThat(Checkpoint.read(folder.resolve("step-000000012.skipjack")).end()).isPresent();
  }

  @Test
  void one_training_at_a_time_writes_to_a_folder() {
    Training kept = TRAINING.checkpoints(folder);
    List<String> refusal = new ArrayList<>();
    TrainingListener second =
        new TrainingListener() {
          @Override
          public void began(Training training, History soFar) {
            try {
              refusal.add(kept.run().toString());
            } catch (CheckpointException e) {
              refusal.add(e.getMessage());
            }
          }
        };

    assertThat(kept.listener(second).run().complete()).isTrue();
    assertThat(refusal).hasSize(1);
    assertThat(refusal.get(0))
        .startsWith("another training is writing its checkpoints to " + folder);
  }

  @Test
  void a_new_training_does_not_overwrite_one_that_has_not_ended() {
    Training kept = TRAINING.checkpoints(folder);
    interrupted(kept, 6);

    assertThatThrownBy(kept::run)
        .isInstanceOf(CheckpointException.class)
        .message()
        .isEqualToNormalizingNewlines(
            folder
                + " holds a training that has not ended, step-000000004.skipjack; a new one would"
                + " overwrite it.\n"
                + "Fix: go on with it, --resume or resume(), or choose another folder, or delete this one");
  }

  @Test
  void a_new_training_does_not_overwrite_another() {
    assertThat(TRAINING.checkpoints(folder).run().complete()).isTrue();

    assertThatThrownBy(() -> TRAINING.seed(2).checkpoints(folder).run())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(
            "seed\n        got       2\n        expected  1".replace("\n", System.lineSeparator()))
        .hasMessageContaining("Fix: choose another folder");
  }

  @Test
  void a_training_that_has_ended_can_be_run_again() {
    Training kept = TRAINING.checkpoints(folder);
    List<Object> first = bits(kept.run());

    assertThat(bits(kept.run())).isEqualTo(first);
  }
}
