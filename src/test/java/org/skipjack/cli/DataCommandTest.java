package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.Skipjack;
import org.skipjack.data.DataFiles;
import org.skipjack.data.DataSplit;
import org.skipjack.data.ReadOptions;
import org.skipjack.net.Net;
import org.skipjack.train.Run;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Schedule;

class DataCommandTest {
  private static final String NET = "net().conv(8).batchNorm().relu().globalAvgPool().dense(%d)";

  @TempDir Path folder;

  @Test
  void the_list_names_every_set_and_says_what_is_here() {
    Command command = Command.run("data", "list");

    assertThat(command.code()).isZero();
    assertThat(command.out())
        .contains("cifar10 ", "emnist-letters ", "Krizhevsky 2009", "shapes           here");
  }

  @Test
  void an_unknown_name_fails_with_the_nearest() {
    Command command = Command.run("data", "fetch", "cifar-10");

    assertThat(command.code()).isEqualTo(1);
    assertThat(command.err()).contains("Fix: did you mean cifar10?").doesNotContain("\tat ");
  }

  @Test
  void without_a_word_the_usage_is_shown() {
    Command command = Command.run("data");

    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains("one of list, fetch or verify is missing");
  }

  @Test
  void an_epoch_on_mnist_files_is_the_same_by_command_as_in_java() throws IOException {
    Path data = folder.resolve("digits");
    DataFiles.mnist(data, "", 200, 50, 12);

    assertThat(train(data, String.format(Locale.ROOT, NET, 10), "--batch-size", "50").code())
        .isZero();

    assertSameAsInJava(String.format(Locale.ROOT, NET, 10), Skipjack.data(data.toString()), 50);
    assertThat(evaluation()).startsWith("data: digits, own data: no official digest exists");
  }

  @Test
  void an_epoch_on_a_folder_of_images_is_the_same_by_command_as_in_java() throws IOException {
    Path data = folder.resolve("photos");
    for (int i = 0; i < 40; i++) {
      BufferedImage image =
          DataFiles.picture(BufferedImage.TYPE_INT_RGB, 10 + i % 3, 12, i % 2 * 200);
      String format = i % 4 < 2 ? "png" : "jpeg";
      DataFiles.write(
          data.resolve(i % 2 == 0 ? "dark" : "blue").resolve(i + "." + format),
          DataFiles.encode(image, format));
    }

    Command command =
        train(
            data,
            String.format(Locale.ROOT, NET, 2),
            "--batch-size",
            "8",
            "--size",
            "8x8",
            "--split-seed",
            "3");

    assertThat(command.code()).isZero();
    ReadOptions options = new ReadOptions(ReadOptions.DEFAULT.size(8, 8).size(), 0.2, 3);
    assertSameAsInJava(
        String.format(Locale.ROOT, NET, 2), Skipjack.data(data.toString(), options), 8);
    assertThat(run().getAsJsonObject("config").get("size").getAsString()).isEqualTo("8x8");
  }

  @Test
  void data_that_is_not_official_is_marked_in_every_record() throws IOException {
    Path data = folder.resolve("mnist");
    DataFiles.mnist(data, "", 100, 20, 12);

    assertThat(train(data, String.format(Locale.ROOT, NET, 10), "--batch-size", "50").code())
        .isZero();

    String mark = "not official: no official digest matches";
    assertThat(run().getAsJsonObject("config").get("dataIs").getAsString()).isEqualTo(mark);
    assertThat(
            run()
                .getAsJsonObject("provenance")
                .getAsJsonObject("data")
                .get("authenticity")
                .getAsString())
        .isEqualTo(mark);
    assertThat(evaluation()).startsWith("data: mnist, " + mark);
  }

  private Command train(Path data, String net, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "train",
                net,
                "--data",
                data.toString(),
                "--epochs",
                "1",
                "--out",
                folder.resolve("run").toString()));
    arguments.addAll(List.of(more));
    return Command.run(arguments.toArray(new String[0]));
  }

  private void assertSameAsInJava(String net, DataSplit data, int batchSize) throws IOException {
    Recipe recipe = new Recipe(1, batchSize, Schedule.cosine(0.1), Sgd.HE);
    Run java = Skipjack.train(Net.parse(net)).on(data).recipe(recipe).seed(1).run();
    JsonObject byCommand =
        JsonParser.parseString(Files.readAllLines(folder.resolve("run/history.jsonl")).get(0))
            .getAsJsonObject();

    assertThat(byCommand.get("trainingLoss").getAsDouble())
        .isEqualTo(java.history().last().trainingLoss());
    assertThat(byCommand.get("testLoss").getAsDouble()).isEqualTo(java.history().last().testLoss());
  }

  private JsonObject run() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("run/run.json")))
        .getAsJsonObject();
  }

  private String evaluation() throws IOException {
    return Files.readString(folder.resolve("run/evaluation.txt"));
  }
}
