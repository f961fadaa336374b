package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;
import org.skipjack.data.Seed;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.graph.ShapeException;
import org.skipjack.net.Net;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.history.History;
import org.skipjack.train.recipe.Schedule;

class TrainingTest {
  private static final DataSplit DATA = Shapes.split(16, 32, 20, Seed.of(1));
  private static final Net NET =
      net()
          .conv(8, stride(2))
          .batchNorm()
          .relu()
          .residual(b -> b.conv(16, stride(2)).batchNorm())
          .relu()
          .flatten()
          .dense(10);

  private final Training training = training(NET);

  /** Two epochs of three batches and two test batches. */
  private static Training training(Net net) {
    return Training.of(net)
        .on(DATA)
        .threads(1)
        .epochs(2)
        .batchSize(12)
        .schedule(Schedule.constant(0.05));
  }

  private static List<History.Epoch> withoutSeconds(Run run) {
    return run.history().epochs().stream()
        .map(
            e ->
                new History.Epoch(
                    e.epoch(),
                    e.learningRate(),
                    e.trainingLoss(),
                    e.trainingError(),
                    e.testLoss(),
                    e.testError(),
                    0))
        .toList();
  }

  private static float[] weights(Run run) {
    return run.model().parameters().learned().dup().data().asFloat();
  }

  private static float[] statistics(Run run) {
    return run.model().parameters().statistics().dup().data().asFloat();
  }

  @Test
  void a_small_net_learns_32_images_by_heart() {
    Run run = training.epochs(30).batchSize(8).schedule(Schedule.cosine(0.05)).run();

    assertThat(run.complete()).isTrue();
    assertThat(run.history().last().trainingError()).isZero();
    assertThat(run.history().last().trainingLoss())
        .isLessThan(run.history().epochs().get(0).trainingLoss() / 10);
  }

  @Test
  void a_net_whose_memory_this_machine_has_not_is_refused_before_anything_is_told_or_made() {
    List<String> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void began(Training begun, History before) {
            told.add("began");
          }

          @Override
          public void failed(Throwable failure) {
            told.add("failed");
          }
        };
    Training tooLarge =
        Training.of(net().conv(8_000_000).globalAvgPool().dense(10))
            .on(Shapes.split(16, 256, 20, Seed.of(1)))
            .batchSize(256)
            .listener(listener);

    assertThatThrownBy(tooLarge::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "to train on 256 examples at a time, this net takes at least 2100.7 GB of memory",
            "values of conv #1, .conv(8000000).");
    assertThat(told).isEmpty();
  }

  @Nested
  class Seeds {
    private final Training dropping =
        training(net().conv(4, stride(4)).batchNorm().relu().dropout(0.3).flatten().dense(10))
            .augmentation(Augmentation.of("pad-crop:2,flip"));

    @Test
    void the_same_seed_gives_the_same_history_and_the_same_bits() {
      Run one = dropping.seed(7).run();
      Run other = dropping.seed(7).run();

      assertThat(withoutSeconds(other)).isEqualTo(withoutSeconds(one));
      assertThat(weights(other)).isEqualTo(weights(one));
      assertThat(statistics(other)).isEqualTo(statistics(one));
    }

    @Test
    void another_seed_gives_another_history() {
      assertThat(withoutSeconds(dropping.seed(8).run()))
          .isNotEqualTo(withoutSeconds(dropping.seed(7).run()));
    }

    @Test
    void a_residual_net_and_its_plain_twin_see_the_same_weights_and_batches() {
      Net residual = net().conv(4, stride(4)).residual(b -> b.conv(4)).relu().flatten().dense(10);
      RecordingEngine recording = new RecordingEngine();
      assertThat(training(residual).engine(recording).run().complete()).isTrue();
      assertThat(training(residual.plain()).engine(recording).run().complete()).isTrue();

      assertThat(recording.beginnings.get(1).learned())
          .isEqualTo(recording.beginnings.get(0).learned());
      assertThat(recording.batches).hasSize(12);
      assertThat(recording.batches.subList(6, 12)).isEqualTo(recording.batches.subList(0, 6));
    }

    @Test
    void every_epoch_changes_an_image_in_another_way() {
      RecordingEngine recording = new RecordingEngine();
      Training one =
          Training.of(net().flatten().dense(10))
              .on(DATA.take(1))
              .epochs(6)
              .augmentation(Augmentation.padCrop(4))
              .engine(recording);
      assertThat(one.run().complete()).isTrue();
      assertThat(one.run().complete()).isTrue();

      assertThat(recording.batches).hasSize(12);
      assertThat(recording.batches.subList(6, 12)).isEqualTo(recording.batches.subList(0, 6));
      assertThat(recording.batches.stream().distinct()).hasSizeGreaterThan(4);
    }

    @Test
    void every_epoch_has_an_order_of_its_own() {
      RecordingEngine recording = new RecordingEngine();
      assertThat(training.engine(recording).run().complete()).isTrue();

      assertThat(recording.batches.get(3)).isNotEqualTo(recording.batches.get(0));
    }
  }

  @Nested
  class HistoryOfARun {
    @Test
    void it_has_an_entry_for_each_epoch() {
      Run run = training.schedule(Schedule.steps(0.1)).run();

      assertThat(run.training().recipe().schedule()).isEqualTo(Schedule.steps(0.1));
      assertThat(run.history().epochs()).extracting(History.Epoch::epoch).containsExactly(1, 2);
      assertThat(run.history().epochs().get(0).learningRate()).isEqualTo(0.1);
      assertThat(run.history().last().learningRate()).isCloseTo(0.001, within(1e-15));
      assertThat(run.history().epochs()).allMatch(epoch -> epoch.seconds() > 0);
    }

    @Test
    void iterations_may_end_in_the_middle_of_an_epoch() {
      RecordingEngine engine = new RecordingEngine();
      Run run = training.iterations(5).engine(engine).run();

      assertThat(run.complete()).isTrue();
      assertThat(run.history().epochs()).hasSize(2);
      assertThat(engine.batches).hasSize(3 + 2);
    }

    @Test
    void its_test_error_is_that_of_the_trained_net() {
      Run run = training.run();
      Predictions probabilities = run.model().predict(DATA.test().images());
      int errors = 0;
      for (int i = 0; i < probabilities.size(); i++) {
        float[] row = probabilities.get(i).probabilities();
        int best = 0;
        float sum = 0;
        for (int k = 0; k < row.length; k++) {
          best = row[k] > row[best] ? k : best;
          sum += row[k];
        }
        assertThat(sum).isCloseTo(1, within(1e-5f));
        errors += best == DATA.test().images().label(i) ? 0 : 1;
      }

      assertThat(errors / 20.0).isEqualTo(run.history().last().testError());
    }

    @Test
    void the_trained_net_knows_its_graph_its_classes_and_its_mean() {
      TrainedNet model = training.run().model();

      assertThat(model.net()).isEqualTo(NET);
      assertThat(model.graph().output().shape().channels()).isEqualTo(10);
      assertThat(model.classNames()).isEqualTo(Shapes.classNames());
      assertThat(model.mean().values()).hasSize(3 * 16 * 16);
    }

    @Test
    void a_trained_net_whose_memory_this_machine_has_not_says_how_much_it_takes() {
      TrainedNet model = training.run().model();
      Net large = net().conv(8_000_000).globalAvgPool().dense(10);
      TrainedNet tooLarge =
          new TrainedNet(
              large,
              Graph.of(large, Shape.image(3, 16, 16)),
              model.parameters(),
              model.mean(),
              model.classNames(),
              model.execution());

      assertThatThrownBy(
              () -> tooLarge.predict(Shapes.split(16, 1, 128, Seed.of(1)).test().images()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(
              "to predict 128 examples at a time, this net takes at least 1049.8 GB of memory");
    }

    @Test
    void the_trained_net_refuses_images_of_another_shape() {
      TrainedNet model = training.run().model();
      DataSplit larger = Shapes.split(32, 1, 1, Seed.of(1));

      assertThatThrownBy(() -> model.predict(larger.test().images()))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("[3, 32, 32]")
          .hasMessageContaining("[3, 16, 16]");
    }
  }

  @Nested
  class Ends {
    /** Interrupts the thread that trains, after a number of batches. */
    private Run interruptedAfter(int batches, RecordingEngine engine) {
      int[] left = {batches};
      TrainingListener listener =
          new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
              if (--left[0] == 0) {
                Thread.currentThread().interrupt();
              }
            }
          };
      try {
        return training.epochs(3).engine(engine).listener(listener).run();
      } finally {
        assertThat(Thread.interrupted()).as("interrupt status after the run").isTrue();
      }
    }

    @Test
    void an_interrupt_stops_at_the_next_batch_and_keeps_the_finished_epochs() {
      RecordingEngine engine = new RecordingEngine();
      Run run = interruptedAfter(5 + 2, engine);

      assertThat(run.complete()).isFalse();
      assertThat(run.history().epochs()).extracting(History.Epoch::epoch).containsExactly(1);
      assertThat(engine.batches).hasSize(3 + 2);
    }

    @Test
    void an_interrupt_during_the_test_drops_the_epoch() {
      Run run = interruptedAfter(3 + 1, new RecordingEngine());

      assertThat(run.complete()).isFalse();
      assertThat(run.history().epochs()).isEmpty();
    }

    @Test
    void the_program_is_closed_whatever_happens() {
      RecordingEngine engine = new RecordingEngine();
      assertThat(training.engine(engine).run().complete()).isTrue();
      assertThat(interruptedAfter(1, engine).complete()).isFalse();
      assertThatThrownBy(() -> diverging().engine(engine).run())
          .isInstanceOf(DivergedException.class);

      assertThat(engine.closed).isEqualTo(3);
    }

    private Training diverging() {
      return training(net().conv(8, stride(4)).relu().flatten().dense(10))
          .schedule(Schedule.constant(1e30));
    }

    @Test
    void a_loss_that_is_no_number_ends_the_training() {
      assertThatThrownBy(() -> diverging().run())
          .isInstanceOf(DivergedException.class)
          .message()
          .isEqualToNormalizingNewlines(
              """
              infinity in the output of dense1 in epoch 1, after 1 update, at learning rate 1e30.
              Fix: a smaller learning rate, or batchNorm() after each conv, or a clipped gradient, --clip-norm 1\
              """);
    }

    @Test
    void a_test_loss_that_is_no_number_ends_it_too() {
      assertThatThrownBy(() -> diverging().epochs(1).batchSize(32).run())
          .isInstanceOf(DivergedException.class)
          .message()
          .startsWith("infinity in the output of dense1 in epoch 1, after 1 update,");
    }
  }

  @Nested
  class Refusals {
    @Test
    void classes_that_are_not_the_outputs_are_refused() {
      assertThatThrownBy(() -> Training.of(net().flatten().dense(7)).on(DATA).run())
          .isInstanceOf(ShapeException.class)
          .message()
          .isEqualToNormalizingNewlines(
              """
              the net ends in [N, 7], dense #1, but shapes16 has 10 classes.
              Fix: end the net with dense(10), or give classes(10) to the word that makes it.\
              """);
    }

    @Test
    void threads_must_be_positive() {
      assertThatThrownBy(() -> training.threads(0))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isEqualToNormalizingNewlines(
              "threads is 0, expected 1 or more.\nFix: leave it out, and the machine decides");
    }
  }
}
