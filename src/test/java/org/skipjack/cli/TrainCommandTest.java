package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  private static final String NET = "net().conv(8).batchNorm().relu().globalAvgPool().dense(10)";

  @TempDir Path folder;

  private Command train(Path out, String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of("train", NET, "--data", "shapes", "--limit", "200", "--epochs", "2"),
                Stream.concat(
                    Stream.of("--batch-size", "50", "--out", out.toString()), Stream.of(more)))
            .toList();
    return Command.run(arguments.toArray(new String[0]));
  }

  @Test
  void a_run_leaves_history_charts_figures_and_provenance() throws IOException {
    Command command = train(folder);

    assertThat(command.err()).isEmpty();
    assertThat(command.code()).isZero();
    assertThat(command.out()).contains("After epoch 2: training error", "See " + folder);
    assertThat(Files.readAllLines(folder.resolve("history.jsonl"))).hasSize(2);
    assertThat(folder)
        .isDirectoryContaining("glob:**/errors.png")
        .isDirectoryContaining("glob:**/errors-dark.png")
        .isDirectoryContaining("glob:**/confusion.png")
        .isDirectoryContaining("glob:**/evaluation.txt")
        .isDirectoryNotContaining("glob:**/*.part");
    JsonObject run =
        JsonParser.parseString(Files.readString(folder.resolve("run.json"))).getAsJsonObject();
    assertThat(run.get("status").getAsString()).isEqualTo("complete");
    assertThat(run.getAsJsonObject("config").get("net").getAsString()).isEqualTo(NET);
    assertThat(run.get("provenance").toString()).contains("sha256", "seed", "java");
    assertThat(run.getAsJsonObject("result").get("epochs").getAsInt()).isEqualTo(2);
  }

  @Test
  void what_is_asked_of_the_recipe_is_done_and_written_down() throws IOException {
    Command command =
        train(
            folder,
            "--augment",
            "pad-crop:2,flip",
            "--schedule",
            "one-cycle",
            "--learning-rate",
            "0.2",
            "--warmup",
            "3");

    assertThat(command.err()).isEmpty();
    assertThat(command.code()).isZero();
    assertThat(Files.readString(folder.resolve("run.json")))
        .contains("WarmUp[length=3, then=OneCycle[peak=0.2, at=0.3]]")
        .contains("\"augmentation\": \"pad-crop:2,flip\"");
    assertThat(Files.readAllLines(folder.resolve("timings.jsonl")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("waitingSeconds", "updateSeconds"));
  }

  @Test
  void a_budget_is_printed_in_place_of_a_training() {
    Path out = folder.resolve("not-made");
    Command command = train(out, "--budget");

    assertThat(command.err()).isEmpty();
    assertThat(command.code()).isZero();
    assertThat(command.out())
        .containsSubsequence("training ", "2 epochs on", "parameters ", "memory ", "time ")
        .contains("./skipjack demo");
    assertThat(out).doesNotExist();
  }

  @Test
  void an_augmentation_that_is_not_known_is_refused() {
    Command command = train(folder, "--augment", "rotate");

    assertThat(command.code()).isNotZero();
    assertThat(command.err()).contains("there is no augmentation \"rotate\".", "Fix: ");
  }

  @Test
  void the_same_command_gives_the_same_history_to_the_bit() throws IOException {
    assertThat(train(folder.resolve("first")).code()).isZero();
    assertThat(train(folder.resolve("second")).code()).isZero();
    assertThat(train(folder.resolve("other"), "--seed", "2").code()).isZero();

    byte[] first = Files.readAllBytes(folder.resolve("first/history.jsonl"));
    assertThat(Files.readAllBytes(folder.resolve("second/history.jsonl"))).isEqualTo(first);
    assertThat(Files.readAllBytes(folder.resolve("other/history.jsonl"))).isNotEqualTo(first);
  }

  @Test
  void a_folder_with_another_run_is_left_alone() throws IOException {
    assertThat(train(folder).code()).isZero();
    String before = Files.readString(folder.resolve("run.json"));

    Command again = train(folder, "--seed", "7");

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .contains(
            "holds another run, which would be lost.", "Fix: choose another folder, --out DIR");
    assertThat(folder.resolve("run.json")).hasContent(before);
  }

  @Test
  void a_folder_that_cannot_be_made_fails_before_training() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    Command command = train(file.resolve("below"));

    assertThat(command.code()).isEqualTo(1);
    assertThat(command.err()).contains(file.toString(), "Fix: ").doesNotContain("\tat ");
  }

  @Test
  void no_epochs_are_wrong_usage() {
    Command command = Command.run("train", NET, "--data", "shapes", "--epochs", "0");

    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err())
        .isEqualToNormalizingNewlines(
            "skipjack train: epochs is 0, expected 1 to 1000000.\nFix: 10 is usual\n");
  }

  @Test
  void data_that_is_not_there_fails_and_says_where_it_looked() {
    Command command = Command.run("train", NET, "--data", folder.resolve("nothing").toString());

    assertThat(command.code()).isEqualTo(1);
    assertThat(command.err()).contains("nothing", "Fix: ").doesNotContain("\tat ");
  }

  @Test
  void too_many_outputs_for_the_classes_fail_at_once() {
    Command command =
        Command.run(
            "train",
            "net().conv(4).globalAvgPool().dense(7)",
            "--data",
            "shapes",
            "--limit",
            "100",
            "--out",
            folder.toString());

    assertThat(command.code()).isEqualTo(1);
    assertThat(command.err())
        .contains(
            "the net ends in [N, 7], dense #1, but", "has 10 classes.", "Fix: end the net with");
    assertThat(folder.resolve("history.jsonl")).doesNotExist();
  }

  @Test
  void an_engine_of_no_name_is_wrong_usage() {
    Command command = train(folder, "--engine", "abacus");

    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains("there is no engine called \"abacus\"", "onednn, samediff");
  }

  @Test
  void a_learning_rate_is_found_and_drawn_and_nothing_is_trained() throws IOException {
    Command command = train(folder, "--find-learning-rate");

    assertThat(command.err()).isEmpty();
    assertThat(command.code()).isZero();
    assertThat(command.out())
        .contains("updates from 1.0e-06 to ", "the loss was lowest", "--learning-rate ")
        .contains("See " + folder.resolve("learning-rate.png"));
    assertThat(folder)
        .isDirectoryContaining("glob:**/learning-rate.png")
        .isDirectoryContaining("glob:**/learning-rate-dark.png")
        .isDirectoryNotContaining("glob:**/run.json");
    assertThat(Files.readAllLines(folder.resolve("learning-rate.jsonl")))
        .hasSizeGreaterThan(50)
        .allSatisfy(line -> assertThat(line).contains("learningRate", "smoothedLoss"));
  }

  @Test
  void event_files_are_written_where_they_are_asked_for() {
    assertThat(train(folder, "--tensorboard").code()).isZero();

    assertThat(folder.resolve("tensorboard"))
        .isDirectoryContaining("glob:**/events.out.tfevents.*");
  }

  @Test
  void the_best_epoch_is_chosen_on_images_that_are_held_out() throws IOException {
    Command command = train(folder, "--validation", "40");

    assertThat(command.err()).isEmpty();
    assertThat(command.out())
        .contains("validation error", "Best on the validation images, epoch ")
        .doesNotContain("chosen on the test set");
    assertThat(Files.readAllLines(folder.resolve("history.jsonl")))
        .allSatisfy(line -> assertThat(line).contains("validationLoss", "validationError"));
    assertThat(Files.readString(folder.resolve("run.json"))).contains("bestOnValidation");
  }

  @Test
  void what_was_stopped_goes_on_with_resume_and_leaves_the_same_bits() throws IOException {
    Path alone = folder.resolve("alone");
    Path stopped = folder.resolve("stopped");
    assertThat(train(alone).code()).isZero();
    assertThat(train(stopped).code()).isZero();
    // What a run that was killed after its first epoch leaves.
    Files.delete(stopped.resolve("step-000000008.skipjack"));
    Files.delete(stopped.resolve("best.skipjack"));
    Files.delete(stopped.resolve("history.jsonl"));

    Command again = train(stopped);
    Command resumed = train(stopped, "--resume");

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err())
        .contains("holds a training that has not ended", "Fix: go on with it, --resume");
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.code()).isZero();
    for (String file : List.of("history.jsonl", "evaluation.txt")) {
      assertThat(Files.readAllBytes(stopped.resolve(file)))
          .isEqualTo(Files.readAllBytes(alone.resolve(file)));
    }
  }

  @Test
  void a_run_that_has_ended_is_shown_again_by_resume() {
    assertThat(train(folder).code()).isZero();

    Command resumed = train(folder, "--resume");

    assertThat(resumed.code()).isZero();
    assertThat(resumed.out()).contains("After epoch 2: training error");
  }

  @Test
  void what_differs_from_the_run_in_the_folder_is_named() {
    assertThat(train(folder).code()).isZero();

    Command other = train(folder, "--resume", "--weight-decay", "0.3");

    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("optimizer", "weightDecay=0.3", "weightDecay=1.0E-4");
  }

  @Test
  void checkpoints_come_as_often_as_asked_and_stay_where_asked() {
    assertThat(train(folder, "--checkpoint-every", "3", "--keep-epochs", "1").code()).isZero();

    assertThat(folder)
        .isDirectoryContaining("glob:**/epoch-1.skipjack")
        .isDirectoryContaining("glob:**/best.skipjack")
        .isDirectoryContaining("glob:**/step-000000008.skipjack")
        .isDirectoryContaining("glob:**/step-000000006.skipjack");
  }

  @Test
  void the_checkpoint_of_an_epoch_is_kept_once_and_of_none_not() {
    assertThat(train(folder, "--keep-epochs", "1,1").code()).isZero();
    Command none = train(folder.resolve("other"), "--keep-epochs", "0");

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("the checkpoint of epoch 0", "Fix: --keep-epochs 10,20");
  }

  @Test
  void a_time_between_checkpoints_that_is_none_is_wrong_usage() {
    Command command = train(folder, "--checkpoint-every", "often");

    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err())
        .contains("--checkpoint-every is \"often\"", "Fix: --checkpoint-every 500");
  }
}
