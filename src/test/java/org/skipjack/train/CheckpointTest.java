package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.train.Interrupted.DATA;
import static org.skipjack.train.Interrupted.NET;
import static org.skipjack.train.Interrupted.TRAINING;
import static org.skipjack.train.Interrupted.UPDATES;
import static org.skipjack.train.Interrupted.bits;
import static org.skipjack.train.Interrupted.interrupted;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.catalog.DataLocator;
import org.skipjack.io.SealedArchive;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Regularization;

class CheckpointTest {
  @TempDir Path folder;

  @Test
  void a_checkpoint_gives_back_net_history_and_what_was_learned() {
    Recipe averaging = TRAINING.recipe().withExtras(Regularization.NONE.withAveraging(0.9));
    Run run = TRAINING.recipe(averaging).checkpoints(folder).run();
    Checkpoint read = Checkpoint.read(folder.resolve("step-000000012.skipjack"));

    assertThat(read.net()).isEqualTo(NET);
    assertThat(read.history()).isEqualTo(run.history());
    assertThat(read.iteration()).isEqualTo(UPDATES);
    assertThat(read.config()).containsEntry("seed", "1").isEqualTo(run.training().config());
    Predictions expected = run.model().predict(DATA.test().images());
    Predictions predicted = read.model().predict(DATA.test().images());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(predicted.get(i)).isEqualTo(expected.get(i));
    }
  }

  /** Whoever adds a part, or drops one, has to raise the number and write them down here. */
  @Test
  void the_number_of_the_format_stands_for_these_parts() {
    Recipe averaging = TRAINING.recipe().withExtras(Regularization.NONE.withAveraging(0.9));
    assertThat(TRAINING.recipe(averaging).checkpoints(folder).run().complete()).isTrue();

    try (SealedArchive archive = SealedArchive.open(folder.resolve("step-000000012.skipjack"))) {
      JsonObject text = JsonParser.parseString(archive.text("checkpoint.json")).getAsJsonObject();
      assertThat(text.get("format").getAsString()).isEqualTo("skipjack-checkpoint/3");
      assertThat(text.keySet())
          .containsExactlyInAnyOrder(
              "format",
              "config",
              "recipe",
              "origin",
              "input",
              "classNames",
              "status",
              "iteration",
              "history",
              "state");
      assertThat(text.getAsJsonObject("history").keySet())
          .containsExactlyInAnyOrder("epochs", "timings", "notes");
      assertThat(String.join(" ", text.getAsJsonObject("state").keySet()))
          .isEqualToNormalizingWhitespace(
              """
              iteration optimizer/lastLearningRate average/updates
              lowestError/errors lowestError/images lowestError/updates
              lowestError/errorSum lowestError/imageSum lowestError/lowest dropout
              epoch/training/loss epoch/training/errors epoch/training/images
              epoch/time/seconds epoch/time/waiting epoch/time/loss epoch/time/update
              epoch/iteration epoch/learningRate epoch/loss epoch/gradientNorm
              health/updates health/meanLoss health/meanLogNorm
              """);
      assertThat(archive.names())
          .filteredOn(name -> !name.startsWith("weights/"))
          .containsExactlyInAnyOrder(
              "checkpoint.json", "mean.npy", "optimizer/scaledVelocity.npy", "average/values.npy");
    }
  }

  @Test
  void on_its_data_it_gives_the_run_back() {
    Run run = interrupted(TRAINING.checkpoints(folder), 10);
    Run read = Checkpoint.read(folder.resolve("step-000000006.skipjack")).run(DATA);

    assertThat(bits(read)).isEqualTo(bits(run));
    assertThat(read.training().recipe()).isEqualTo(TRAINING.recipe());
    assertThat(bits(read.training().resume())).isEqualTo(bits(TRAINING.run()));
  }

  @Test
  void the_last_run_is_found_and_its_data_read_again() {
    DataSplit named = DataLocator.ofProcess().read("shapes").take(40).withValidation(8);
    Training training = Training.of(NET).on(named).recipe(TRAINING.recipe()).threads(1);
    assertThat(training.seed(2).checkpoints(folder.resolve("a/first")).run().complete()).isTrue();
    Run run = training.checkpoints(folder.resolve("b/second")).run();

    Run last = Run.last(folder);

    assertThat(bits(last)).isEqualTo(bits(run));
    assertThat(last.training().data()).isEqualTo(named);
  }

  @Test
  void data_without_a_word_has_to_be_given() {
    interrupted(TRAINING.checkpoints(folder), 10);

    assertThatThrownBy(() -> Run.last(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("was trained on data that no word describes.")
        .hasMessageContaining("Fix: give the data, Run.load(file, data)");
  }

  @Test
  void without_a_run_there_is_no_last() {
    assertThatThrownBy(() -> Run.last(folder.resolve("runs")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("there is no checkpoint below");
  }
}
