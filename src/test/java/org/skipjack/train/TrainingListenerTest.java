package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

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
import org.skipjack.io.AtomicFile;
import org.skipjack.io.OutputException;
import org.skipjack.train.TrainingListener.Phase;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.history.History;
import org.skipjack.train.history.TrainingNote;
import org.skipjack.train.recipe.Schedule;

class TrainingListenerTest {
  private static final DataSplit DATA = Shapes.split(16, 32, 20, Seed.of(1));

  /** Two epochs of three batches and two test batches. */
  private final Training training =
      Training.of(net().conv(4, stride(4)).relu().flatten().dense(10))
          .on(DATA)
          .threads(1)
          .epochs(2)
          .batchSize(12)
          .schedule(Schedule.cosine(0.05));

  private final List<String> calls = new ArrayList<>();
  private final List<TrainingListener.Progress> steps = new ArrayList<>();
  private final TrainingListener recording = recording("");

  private TrainingListener recording(String name) {
    return new TrainingListener() {
      @Override
      public void began(Training begun, History soFar) {
        calls.add(name + "began after " + soFar.epochs().size());
      }

      @Override
      public void stepped(Progress progress) {
        calls.add(name + progress.phase());
        steps.add(progress);
      }

      @Override
      public void epochEnded(Training ended, History.Epoch epoch) {
        calls.add(name + "epoch " + epoch.epoch());
      }

      @Override
      public void noted(TrainingNote trainingNote) {
        calls.add(name + trainingNote.text());
      }

      @Override
      public void saved(Path checkpoint) {
        calls.add(name + checkpoint);
      }

      @Override
      public void notSaved(OutputException failure) {
        calls.add(name + "not saved");
      }

      @Override
      public void ended(Run run) {
        calls.add(name + run.end());
      }

      @Override
      public void failed(Throwable failure) {
        calls.add(name + failure.getMessage());
      }
    };
  }

  @Test
  void they_are_told_of_every_batch_and_of_every_epoch() {
    assertThat(training.listener(recording).run().complete()).isTrue();

    String epoch = "TRAINING, TRAINING, TRAINING, TEST, TEST, epoch ";
    assertThat(String.join(", ", calls))
        .isEqualTo("began after 0, " + epoch + "1, " + epoch + "2, COMPLETE");
  }

  @Test
  void validation_comes_before_the_test() {
    Training validating =
        Training.of(training.net())
            .on(DATA.withValidation(8))
            .recipe(training.recipe())
            .threads(1)
            .epochs(1);
    Run run = validating.listener(recording).run();

    assertThat(run.history().last().validation()).isPresent();
    assertThat(calls)
        .containsExactly(
            "began after 0",
            "TRAINING",
            "TRAINING",
            "VALIDATION",
            "TEST",
            "TEST",
            "epoch 1",
            "COMPLETE");
    assertThat(steps.get(steps.size() - 1).done()).isEqualTo(1);
  }

  @Test
  void a_listener_that_is_added_takes_no_other_ones_place() {
    assertThat(training.epochs(1).listener(recording("a ")).listener(recording("b ")).run().end())
        .isEqualTo(Run.End.COMPLETE);

    assertThat(calls).startsWith("a began after 0", "b began after 0");
    assertThat(calls).endsWith("a COMPLETE", "b COMPLETE");
  }

  @Test
  void they_are_told_of_an_error_too_and_hide_nothing_when_they_fail() {
    OutOfMemoryError error = new OutOfMemoryError("in the step");
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void stepped(Progress progress) {
            throw error;
          }

          @Override
          public void failed(Throwable failure) {
            calls.add("failed: " + failure.getMessage());
            throw new IllegalStateException("in the listener");
          }
        };

    assertThatThrownBy(() -> training.listener(failing).run()).isSameAs(error);
    assertThat(calls).containsExactly("failed: in the step");
    assertThat(error.getSuppressed()).extracting(Throwable::getMessage).contains("in the listener");
  }

  @Test
  void they_are_told_of_a_failure_last() {
    assertThatThrownBy(() -> training.schedule(Schedule.constant(1e30)).listener(recording).run())
        .isInstanceOf(DivergedException.class);

    assertThat(calls.get(0)).isEqualTo("began after 0");
    assertThat(calls.get(calls.size() - 1))
        .startsWith("infinity in the output of dense1 in epoch 1,");
  }

  @Test
  void two_of_them_are_told_the_same(@TempDir Path folder) throws IOException {
    TrainingListener both = recording("a ").and(recording("b "));
    Training one = training.epochs(1);
    Run run = one.listener(both).run();
    both.noted(new TrainingNote(TrainingNote.Kind.DEAD_RELU, 1, 1, "dead"));
    both.saved(Path.of("file"));
    both.notSaved(unwritable(folder));
    both.failed(new IllegalStateException("failed"));

    assertThat(run.complete()).isTrue();
    assertThat(calls).hasSize(2 * (1 + 5 + 1 + 1 + 4));
    for (int i = 0; i < calls.size(); i += 2) {
      assertThat(calls.get(i)).startsWith("a ");
      assertThat(calls.get(i + 1)).isEqualTo("b " + calls.get(i).substring(2));
    }
  }

  private static OutputException unwritable(Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try {
      AtomicFile.write(file.resolve("below"), "");
      throw new AssertionError("a file was written below a file");
    } catch (OutputException e) {
      return e;
    }
  }

  @Test
  void progress_goes_from_nothing_to_the_whole() {
    assertThat(training.listener(recording).run().complete()).isTrue();

    assertThat(steps).extracting(TrainingListener.Progress::epoch).isSorted().endsWith(2);
    assertThat(steps).extracting(TrainingListener.Progress::share).isSorted().endsWith(1.0);
    assertThat(steps.subList(0, 5))
        .extracting(TrainingListener.Progress::done)
        .isSorted()
        .endsWith(1.0);
    assertThat(steps.get(9).secondsLeft()).isZero();
    assertThat(steps)
        .allMatch(step -> step.secondsLeft() >= 0 && step.imagesPerSecond() > 0)
        .allMatch(step -> step.trainingError() >= 0 && step.trainingError() <= 1);
  }

  @Test
  void every_update_is_known_by_its_number_rate_loss_and_gradient() {
    Run run = training.listener(recording).run();

    List<TrainingListener.Step> updates =
        steps.stream()
            .filter(step -> step.phase() == Phase.TRAINING)
            .map(TrainingListener.Progress::step)
            .toList();
    assertThat(updates)
        .extracting(TrainingListener.Step::iteration)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(updates).allMatch(step -> step.iterations() == 6 && step.gradientNorm() > 0);
    assertThat(updates.get(0).learningRate()).isEqualTo(0.05);
    assertThat(updates.get(5).learningRate()).isEqualTo(run.history().last().learningRate());
    double mean =
        (12 * updates.get(3).loss() + 12 * updates.get(4).loss() + 8 * updates.get(5).loss()) / 32;
    assertThat(run.history().last().trainingLoss()).isCloseTo(mean, within(1e-12));
  }
}
