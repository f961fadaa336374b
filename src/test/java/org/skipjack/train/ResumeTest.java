package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.train.Interrupted.NET;
import static org.skipjack.train.Interrupted.TRAINING;
import static org.skipjack.train.Interrupted.bits;
import static org.skipjack.train.Interrupted.interrupted;
import static org.skipjack.train.Interrupted.interruptingAfter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Engines;
import org.skipjack.train.history.History;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.optimizer.WeightDecay;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;

class ResumeTest {
  @TempDir Path folder;

  static Stream<Training> recipes() {
    Recipe recipe = TRAINING.recipe();
    Schedule untilItLearns = Schedule.lowUntil(0.01, 0.99, Schedule.oneCycle(0.1));
    return Stream.of(
        TRAINING,
        TRAINING.engine(Engines.named("samediff")),
        TRAINING.recipe(recipe.withOptimizer(new Sgd(0.9, 1e-3, WeightDecay.WEIGHTS, true))),
        TRAINING.recipe(
            recipe
                .withOptimizer(Optimizer.adamW(0.01))
                .withExtras(new Regularization(0.1, 0.5, 1, 0.9, 0))),
        TRAINING.iterations(11).schedule(Schedule.warmUp(3, untilItLearns)),
        TRAINING.threads(2));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void a_run_that_was_interrupted_anywhere_ends_with_the_same_bits(Training training)
      throws IOException {
    List<Object> alone = bits(training.run());
    int stepsOfAnEpoch = 4 + 1 + 3;
    for (int steps = 1; steps < 2 * stepsOfAnEpoch + 2; steps += 3) {
      Path own = Files.createDirectories(folder.resolve("after" + steps));
      Training kept = training.checkpoints(own);
      Run first = interrupted(kept, steps);
      first.model().parameters().close();
      Run resumed = kept.resume();

      assertThat(bits(resumed)).as("interrupted after %d steps", steps).isEqualTo(alone);
    }
  }

  @Test
  void the_rule_for_110_layers_goes_on_where_it_was() {
    DataSplit small = Shapes.split(16, 8, 4, Seed.of(1));
    Training ruled =
        Training.of(NET)
            .on(small)
            .threads(1)
            .epochs(130)
            .batchSize(8)
            .schedule(Schedule.lowUntil(0.001, 0.999, Schedule.constant(0.05)));
    List<Object> alone = bits(ruled.run());
    Training kept = ruled.checkpoints(folder);
    interrupted(kept, 2 * 110).model().parameters().close();
    Run resumed = kept.resume();

    assertThat(resumed.history().last().learningRate()).isEqualTo(0.05);
    assertThat(bits(resumed)).isEqualTo(alone);
  }

  @Test
  void interrupted_again_and_again_it_still_ends_with_the_same_bits() {
    List<Object> alone = bits(TRAINING.run());
    Training kept = TRAINING.checkpoints(folder);
    interrupted(kept, 1).model().parameters().close();
    Run last;
    int resumed = 0;
    do {
      // Validation and test take four steps, and begin again where they are cut short.
      last = kept.listener(interruptingAfter(5)).resume();
      resumed++;
    } while (Thread.interrupted());

    assertThat(resumed).isGreaterThan(4);
    assertThat(bits(last)).isEqualTo(alone);
  }

  @Test
  void a_run_that_has_ended_is_given_back_without_training() {
    Training kept = TRAINING.checkpoints(folder);
    List<Object> alone = bits(kept.run());
    List<TrainingListener.Progress> steps = new ArrayList<>();
    TrainingListener watching =
        new TrainingListener() {
          @Override
          public void stepped(Progress progress) {
            steps.add(progress);
          }
        };

    assertThat(bits(kept.listener(watching).resume())).isEqualTo(alone);
    assertThat(steps).isEmpty();
  }

  @Test
  void without_a_checkpoint_it_begins_at_the_beginning() {
    assertThat(bits(TRAINING.checkpoints(folder).resume())).isEqualTo(bits(TRAINING.run()));
  }

  @Test
  void without_a_folder_there_is_nothing_to_resume() {
    assertThatThrownBy(TRAINING::resume)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Fix: training.checkpoints(folder)");
  }

  @Test
  void progress_and_time_count_from_the_checkpoint_on() {
    Training kept = TRAINING.checkpoints(folder);
    interrupted(kept, 10).model().parameters().close();
    List<TrainingListener.Progress> steps = new ArrayList<>();
    List<Integer> soFar = new ArrayList<>();
    TrainingListener watching =
        new TrainingListener() {
          @Override
          public void began(Training training, History history) {
            soFar.add(history.epochs().size());
          }

          @Override
          public void stepped(Progress progress) {
            steps.add(progress);
          }
        };
    Run run = kept.listener(watching).resume();

    assertThat(run.complete()).isTrue();
    assertThat(soFar).containsExactly(1);
    assertThat(steps.get(0).step().iteration()).isEqualTo(4 + 2 + 1);
    assertThat(steps).allMatch(step -> step.secondsLeft() >= 0);
    assertThat(steps.get(steps.size() - 1).secondsLeft()).isZero();
  }
}
