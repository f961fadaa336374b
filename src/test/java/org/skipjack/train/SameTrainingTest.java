package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.identity;
import static org.skipjack.net.Option.stride;
import static org.skipjack.train.Interrupted.DATA;
import static org.skipjack.train.Interrupted.NET;
import static org.skipjack.train.Interrupted.TRAINING;
import static org.skipjack.train.Interrupted.bits;
import static org.skipjack.train.Interrupted.interrupted;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.TestSet;
import org.skipjack.data.TrainingSet;
import org.skipjack.data.ValidationSet;
import org.skipjack.net.Net;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;

/** Resume asks for what matters, and says how to go on where it cannot. */
class SameTrainingTest {
  private static final Training CONSTANT = TRAINING.schedule(Schedule.constant(0.05));

  @TempDir Path folder;

  @Test
  void another_spelling_of_the_same_net_goes_on() {
    Net spelled =
        net()
            .conv(8, stride(4))
            .batchNorm()
            .relu()
            .residual(identity(), b -> b.conv(8).batchNorm())
            .dropout(0.2)
            .globalAvgPool()
            .dense(10);
    assertThat(spelled.toString()).isNotEqualTo(NET.toString());
    interrupted(TRAINING.checkpoints(folder), 10);

    assertThat(bits(of(spelled, DATA).checkpoints(folder).resume()))
        .isEqualTo(bits(TRAINING.run()));
  }

  @Test
  void data_of_another_name_is_known_by_its_content() {
    DataSplit moved =
        new DataSplit(
            new TrainingSet(renamed(DATA.training().images())),
            DATA.validation().map(set -> new ValidationSet(renamed(set.images()))),
            new TestSet(renamed(DATA.test().images())),
            Optional.empty());
    assertThat(moved.name()).isNotEqualTo(DATA.name());
    interrupted(TRAINING.checkpoints(folder), 10);

    assertThat(bits(of(NET, moved).checkpoints(folder).resume())).isEqualTo(bits(TRAINING.run()));
  }

  private static Training of(Net net, DataSplit data) {
    return Training.of(net).on(data).recipe(TRAINING.recipe()).threads(1);
  }

  private static Dataset renamed(Dataset images) {
    byte[] labels = new byte[images.size()];
    byte[] pixels = new byte[images.size() * images.imageSize()];
    for (int i = 0; i < images.size(); i++) {
      labels[i] = (byte) images.label(i);
      images.copyImage(i, pixels, i * images.imageSize());
    }
    return Dataset.of(
        "moved",
        images.classNames(),
        images.channels(),
        images.height(),
        images.width(),
        labels,
        pixels);
  }

  @Test
  void as_many_iterations_are_as_many_epochs() {
    interrupted(TRAINING.checkpoints(folder), 10);

    assertThat(bits(TRAINING.iterations(12).checkpoints(folder).resume()))
        .isEqualTo(bits(TRAINING.run()));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1000})
  void a_training_becomes_longer_where_no_rate_depends_on_its_length(int steps) {
    Training kept = CONSTANT.checkpoints(folder);
    if (steps < 100) {
      interrupted(kept, steps);
    } else {
      kept.run().model().close();
    }

    assertThat(bits(kept.epochs(5).resume())).isEqualTo(bits(CONSTANT.epochs(5).run()));
  }

  @Test
  void a_training_becomes_shorter_if_it_has_not_come_further() {
    interrupted(CONSTANT.epochs(9).checkpoints(folder), 10);

    assertThat(bits(CONSTANT.epochs(2).checkpoints(folder).resume()))
        .isEqualTo(bits(CONSTANT.epochs(2).run()));
  }

  @Test
  void what_would_have_ended_early_is_not_made_longer() {
    Training patient =
        TRAINING
            .schedule(Schedule.constant(1e-12))
            .extras(Regularization.NONE.withPatience(4))
            .checkpoints(folder);
    int last = patient.epochs(50).run().history().last().epoch();
    RunFolder.open(folder, Map.of()).deleteCheckpoints();
    assertThat(patient.epochs(last).run().end()).isEqualTo(Run.End.COMPLETE);

    Run resumed = patient.epochs(50).resume();

    assertThat(resumed.end()).isEqualTo(Run.End.EARLY);
    assertThat(resumed.history().last().epoch()).isEqualTo(last);
  }

  @Test
  void an_epoch_that_was_cut_short_cannot_be_made_whole() {
    CONSTANT.iterations(3).checkpoints(folder).run().model().close();

    assertThatThrownBy(() -> CONSTANT.epochs(3).checkpoints(folder).resume())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContainingAll(
            "length", "got       3 epochs", "expected  3 iterations", "in whole epochs", "--from");
  }

  @Test
  void where_rates_depend_on_the_length_it_says_how_to_go_on() {
    TRAINING.checkpoints(folder).run().model().close();

    assertThatThrownBy(() -> TRAINING.epochs(5).checkpoints(folder).resume())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContainingAll(
            "length",
            "got       5 epochs",
            "expected  3 epochs",
            "the rates of this schedule depend on it",
            "--from FILE --out DIR, or from(file)")
        .hasMessageNotContainingAny("schedule\n", "net\n");
  }

  @Test
  void a_training_starts_from_what_was_learned_and_goes_on_as_if_left_alone() {
    Run first = CONSTANT.checkpoints(folder.resolve("first")).run();
    Training second = CONSTANT.from(folder.resolve("first")).seed(2);
    assertThat(bits(second.run()))
        .isEqualTo(bits(CONSTANT.from(first).seed(2).run()))
        .isNotEqualTo(bits(CONSTANT.seed(2).run()));
    assertThat(Training.of(NET).from(first).on(DATA).start())
        .isEqualTo(CONSTANT.from(first).start());

    Path own = folder.resolve("second");
    interrupted(second.checkpoints(own), 10);

    assertThat(bits(second.checkpoints(own).resume())).isEqualTo(bits(second.run()));
    assertThatThrownBy(() -> CONSTANT.seed(2).checkpoints(own).resume())
        .hasMessageContainingAll("start\n", "got       nothing");
    Training read = Run.load(own.resolve("best.skipjack"), DATA).training();
    assertThat(bits(read.resume())).isEqualTo(bits(second.run()));
  }

  @Test
  void a_run_goes_on_for_some_epochs() {
    Run first = CONSTANT.checkpoints(folder).run();
    Run second = first.continueFor(2);

    assertThat(second.history().epochs()).hasSize(2);
    assertThat(bits(second)).isEqualTo(bits(CONSTANT.from(first).epochs(2).run()));
  }

  @Test
  void a_start_from_another_net_is_refused_by_the_layer() {
    Run first = TRAINING.epochs(1).run();
    Net wider = net().conv(4, stride(4)).globalAvgPool().dense(10);

    assertThatThrownBy(() -> Training.of(wider).on(DATA).from(first).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "another net: conv1/weight",
            "got       [8, 3, 3, 3]",
            "expected  [4, 3, 3, 3]",
            "Fix:");
    assertThat(List.of(first.history().epochs())).hasSize(1);
  }
}
