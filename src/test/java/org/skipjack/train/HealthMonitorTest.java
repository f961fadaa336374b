package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.stride;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.train.history.TrainingNote;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;

class HealthMonitorTest {
  private static final DataSplit DATA = Shapes.split(16, 64, 20, Seed.of(1));

  /** Four batches an epoch. */
  private static final Training TRAINING =
      Training.of(net().conv(4, stride(4)).batchNorm().relu().flatten().dense(10))
          .on(DATA)
          .threads(1)
          .batchSize(16);

  private final HealthMonitor healthMonitor = new HealthMonitor(TRAINING, List.of());
  private final List<TrainingNote> notes = new ArrayList<>();
  private long updates;

  private void update(double loss, double gradientNorm, double weightNorm) {
    updates++;
    var step = new TrainingListener.Step(updates, 1_000, 0.1, loss, gradientNorm);
    notes.addAll(healthMonitor.afterUpdate(1, step, weightNorm));
  }

  private void updates(int count, double loss, double gradientNorm) {
    for (int i = 0; i < count; i++) {
      update(loss, gradientNorm, 10);
    }
  }

  private static List<TrainingNote.Kind> kinds(List<TrainingNote> notes) {
    return notes.stream().map(TrainingNote::kind).toList();
  }

  @Nested
  class StuckLosses {
    @Test
    void a_loss_where_guessing_leaves_it_is_noted_once_after_200_updates() {
      updates(200, 2.303, 1);
      assertThat(notes).isEmpty();
      updates(300, 2.303, 1);

      assertThat(kinds(notes)).containsExactly(TrainingNote.Kind.STUCK_LOSS);
      assertThat(notes.get(0).iteration()).isEqualTo(201);
      assertThat(notes.get(0).text())
          .isEqualToNormalizingNewlines(
              """
              the loss does not fall: 2.303 after 201 updates, where guessing gives 2.300.
              Try: a learning rate ten times smaller or larger than 0.1, --warmup 400, batchNorm() after each conv; and look whether labels and images belong together\
              """);
    }

    @Test
    void a_loss_that_falls_slowly_is_not() {
      for (int i = 0; i < 600; i++) {
        update(2.3 - 0.001 * i, 1, 10);
      }
      assertThat(notes).isEmpty();
    }

    @Test
    void a_training_that_learns_nothing_says_so() {
      Run run = TRAINING.epochs(51).schedule(Schedule.constant(1e-12)).run();

      assertThat(kinds(run.history().notes())).containsExactly(TrainingNote.Kind.STUCK_LOSS);
      assertThat(run.history().notes().get(0).epoch()).isEqualTo(51);
    }
  }

  @Nested
  class ExplodingGradients {
    @Test
    void an_update_longer_than_the_weights_is_noted_at_once() {
      update(2.3, 101, 10);
      update(2.3, 102, 10);

      assertThat(kinds(notes)).containsExactly(TrainingNote.Kind.EXPLODING_GRADIENT);
      assertThat(notes.get(0).text())
          .isEqualToNormalizingNewlines(
              """
              the gradient explodes: its norm is 101, usually 101; at learning rate 0.1, with weights of norm 10.0, one update undoes what was learned.
              Try: --clip-norm 1, a smaller learning rate, --warmup 400, batchNorm() after each conv\
              """);
    }

    @Test
    void a_gradient_a_hundred_times_as_long_as_usual_is_noted() {
      updates(250, 1, 0.5);
      update(1, 49, 1_000);
      assertThat(notes).isEmpty();
      update(1, 70, 1_000);

      assertThat(kinds(notes)).containsExactly(TrainingNote.Kind.EXPLODING_GRADIENT);
      assertThat(notes.get(0).text()).contains("its norm is 70.0, usually 0.5");
    }

    @Test
    void a_clipped_gradient_is_not() {
      Recipe clipped = TRAINING.recipe().withExtras(Regularization.NONE.withClipNorm(1));
      HealthMonitor calm = new HealthMonitor(TRAINING.recipe(clipped), List.of());

      assertThat(calm.afterUpdate(1, new TrainingListener.Step(1, 9, 0.1, 2.3, 1e9), 10)).isEmpty();
    }

    @Test
    void a_training_at_a_rate_far_too_high_says_so() {
      Run run = TRAINING.epochs(1).schedule(Schedule.constant(1e3)).run();

      assertThat(kinds(run.history().notes())).contains(TrainingNote.Kind.EXPLODING_GRADIENT);
    }
  }

  @Nested
  class DeadRelus {
    @Test
    void each_is_noted_once() {
      notes.addAll(healthMonitor.afterLook(2, 8, List.of("stage1/relu1")));
      notes.addAll(healthMonitor.afterLook(3, 12, List.of("stage1/relu1", "stage1/relu2")));

      assertThat(kinds(notes))
          .containsExactly(TrainingNote.Kind.DEAD_RELU, TrainingNote.Kind.DEAD_RELU);
      assertThat(notes.get(1).epoch()).isEqualTo(3);
      assertThat(notes.get(1).text())
          .isEqualToNormalizingNewlines(
              """
              stage1/relu2 is dead: it gives zero for every image, so nothing before it learns through it.
              Try: a smaller learning rate, --warmup 400, batchNorm() before the relu\
              """);
    }

    @Test
    void a_training_that_kills_its_relu_says_so_in_the_epoch() {
      Run run =
          TRAINING
              .recipe(TRAINING.recipe().withOptimizer(Sgd.HE))
              .epochs(2)
              .schedule(Schedule.constant(0.1))
              .run();
      assertThat(run.history().notes()).isEmpty();

      Run dying =
          Training.of(net().conv(4, stride(4), bias()).relu().flatten().dense(10))
              .on(DATA)
              .threads(1)
              .batchSize(16)
              .epochs(3)
              .schedule(Schedule.constant(30))
              .run();
      assertThat(kinds(dying.history().notes())).contains(TrainingNote.Kind.DEAD_RELU);
    }
  }

  @Test
  void what_was_noted_before_a_resume_is_not_noted_again() {
    updates(201, 2.303, 1);
    notes.addAll(healthMonitor.afterLook(1, 201, List.of("relu")));
    HealthMonitor resumed = new HealthMonitor(TRAINING, notes);

    assertThat(resumed.afterLook(2, 300, List.of("relu"))).isEmpty();
    for (int i = 0; i < 400; i++) {
      var step = new TrainingListener.Step(300 + i, 1_000, 0.1, 2.303, 1);
      assertThat(resumed.afterUpdate(2, step, 10)).isEmpty();
    }
  }
}
