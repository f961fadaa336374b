package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonStreamParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
  private static final String NET = "net().conv(4).batchNorm().relu().globalAvgPool().dense(10)";

  @ParameterizedTest
  @ValueSource(strings = {"train", "infer"})
  void json_is_one_document_whose_figures_agree(String task) {
    Command bench =
        Command.run(
            "bench",
            task,
            "--net",
            NET,
            "--input",
            "3x8x8",
            "--batch",
            "4",
            "--steps",
            "3",
            "--threads",
            "1",
            "--json");

    assertThat(bench.err()).isEmpty();
    assertThat(bench.code()).isZero();
    JsonStreamParser documents = new JsonStreamParser(bench.out());
    JsonObject document = documents.next().getAsJsonObject();
    assertThat(documents.hasNext()).as("a second document").isFalse();
    assertThat(document.get("task").getAsString()).isEqualTo(task);
    assertThat(number(document, "batch")).isEqualTo(4);
    assertThat(number(document, "threads")).isEqualTo(1);
    assertThat(document.get("precision").getAsString()).isEqualTo("fp32");
    double images = number(document, "imagesPerSecond");
    double gflops = number(document, "gflops");
    assertThat(images).isPositive();
    assertThat(images * number(document, "stepSeconds")).isCloseTo(4, withinPercentage(0.01));
    assertThat(gflops)
        .isCloseTo(images * number(document, "flopsPerImage") / 1e9, withinPercentage(0.01));
    assertThat(number(document, "shareOfLimit"))
        .isCloseTo(gflops / number(document, "limitGflops"), withinPercentage(0.01));
    assertThat(number(document, "limitGflops"))
        .isEqualTo(
            Math.max(number(document, "limitGflopsBefore"), number(document, "limitGflopsAfter")));
    assertPeakMemory(document.get("peakMemoryBytes"));
    assertThat(document.getAsJsonObject("machine").get("processors").getAsInt()).isPositive();
  }

  @Test
  void a_net_with_more_classes_than_a_byte_can_tell_is_trained() {
    Command bench =
        Command.run(
            ("bench train --net net().conv(2).globalAvgPool().dense(300) --input 1x4x4"
                    + " --batch 2 --steps 1 --warm-up 1 --threads 1 --json")
                .split(" "));

    assertThat(bench.err()).isEmpty();
    assertThat(bench.code()).isZero();
  }

  private static final String SMALL =
      "--net net().conv(2).globalAvgPool().dense(10) --input 1x4x4 --batch 2 --steps 1 --warm-up 1 --threads 1";

  @Test
  void a_profile_tells_which_operations_take_the_time() {
    Command bench = Command.run(("bench train --profile --engine onednn " + SMALL).split(" "));

    assertThat(bench.out())
        .containsPattern("[0-9.]+ ms of a step are operations of the net:")
        .contains("      ms   share  calls  GFLOP/s  operation")
        .containsPattern("[0-9.]+ %      1 +[0-9]+  convolution  \\[N, 2, 4, 4]  ")
        .containsPattern("[0-9.]+ % +[0-9]+ +the others");
    assertThat(bench.code()).isZero();
  }

  @Test
  void a_profile_in_json_is_a_list_of_its_rows() {
    Command bench =
        Command.run(("bench infer --profile --json --engine onednn " + SMALL).split(" "));
    JsonObject row =
        new JsonStreamParser(bench.out())
            .next()
            .getAsJsonObject()
            .getAsJsonArray("profile")
            .get(0)
            .getAsJsonObject();

    assertThat(row.keySet())
        .containsExactly("kind", "shape", "implementation", "calls", "seconds", "gflops");
  }

  @Test
  void an_engine_without_a_profile_says_which_has_one() {
    Command bench = Command.run(("bench infer --profile --engine samediff " + SMALL).split(" "));

    assertThat(bench.err())
        .contains("engine samediff does not tell the time of its operations.")
        .contains("Fix: leave out --profile, or --engine onednn");
    assertThat(bench.code()).isEqualTo(2);
  }

  /** More than Java's own libraries where it is known, and null where it is not. */
  private static void assertPeakMemory(JsonElement bytes) {
    if (System.getProperty("os.name").equals("Linux")) {
      assertThat(bytes.getAsLong()).isGreaterThan(16L << 20);
    } else {
      assertThat(bytes.isJsonNull()).isTrue();
    }
  }

  private static double number(JsonObject document, String key) {
    return document.get(key).getAsDouble();
  }

  @Test
  void text_tells_what_was_measured_and_what_came_out() {
    Command bench =
        Command.run(
            "bench",
            "infer",
            "--net",
            NET,
            "--input",
            "3x8x8",
            "--batch",
            "4",
            "--steps",
            "1",
            "--warm-up",
            "1",
            "--engine",
            "samediff");

    assertThat(bench.code()).isZero();
    assertThat(bench.out())
        .startsWith("infer net().conv(4)")
        .contains("4 images [N, 3, 8, 8] a step, engine samediff on 1 threads in fp32")
        .contains("images/s", "GFLOP/s", "limit", "share of it", "peak memory");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--net resnt20          | there is no net called \"resnt20\"",
        "--batch 0              | batch is 0, expected 1 to 1048576.",
        "--steps 0              | steps is 0, expected 1 to 1000000.",
        "--warm-up 0            | warm-up is 0, expected 1 to 1000000.",
        "--threads 0            | threads is 0, expected 1 or more.",
        "--precision fp16       | there is no precision called \"fp16\".",
        "--engine abacus        | there is no engine called \"abacus\".",
        "--input 64             | the input is [N, 64], expected images [N, C, H, W].",
        "--net net().conv(4)    | the net ends in [N, 4, 32, 32], and what is trained ends in",
        "--input 3x9000x9000    | takes at least",
      })
  void what_cannot_be_measured_is_wrong_usage(String options, String message) {
    String[] words = options.strip().split(" ", 2);

    Command bench = Command.run("bench", "train", words[0], words[1]);

    assertThat(bench.code()).isEqualTo(2);
    assertThat(bench.out()).isEmpty();
    assertThat(bench.err()).contains(message.strip(), "Fix: ").doesNotContain("\tat ");
  }

  @Test
  void a_net_that_does_not_fit_the_input_fails_with_its_message_alone() {
    Command bench = Command.run("bench", "infer", "--net", "net().dense(10)");

    assertThat(bench.code()).isEqualTo(1);
    assertThat(bench.err()).contains("dense #1", "Fix: ").doesNotContain("\tat ");
  }

  @Test
  void a_task_of_no_name_is_wrong_usage() {
    Command bench = Command.run("bench", "rest");

    assertThat(bench.code()).isEqualTo(2);
    assertThat(bench.err()).contains("train|infer");
  }

  @Test
  void an_interrupt_ends_it_without_a_figure() {
    Thread.currentThread().interrupt();

    Command bench = Command.run("bench", "infer", "--net", NET, "--batch", "4", "--json");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(bench.code()).isEqualTo(130);
    assertThat(bench.out()).isEmpty();
  }
}
