package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.net.Families;

class CommandLineTest {
  @TempDir Path folder;

  @Test
  void the_help_of_train_has_every_option_once_under_headings() {
    String help = Command.run("train", "--help").out();

    assertThat(help)
        .contains("Usage: skipjack train NET --data D [OPTION]...")
        .containsSubsequence(
            "What is learned from",
            "--data=D",
            "How a net learns",
            "--recipe=R",
            "By what rule",
            "--optimizer",
            "How fast",
            "--learning-rate=R",
            "What is done beside",
            "--augment=A",
            "What computes it",
            "--seed=S",
            "--engine=E",
            "What is kept",
            "--resume",
            "Instead of training",
            "--find-learning-rate",
            "--help",
            "Examples:");
    String options = help.substring(0, help.indexOf("The folder then holds"));
    var train = Objects.requireNonNull(Main.commandLine().getSubcommands().get("train"));
    for (var option : train.getCommandSpec().options()) {
      assertThat(
              options
                  .lines()
                  .filter(line -> line.matches(" {2,6}(-.*)?" + option.longestName() + "\\b.*")))
          .as(option.longestName())
          .hasSize(1);
    }
  }

  @Test
  void help_names_every_command() {
    Command help = Command.run("--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("demo", "summary", "train", "bench", "resnet20");
  }

  @Test
  void version_tells_what_matters_for_a_report() {
    assertThat(Command.run("--version").out()).contains("skipjack", "ND4J", "Java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "summary", "train"})
  void every_command_explains_itself(String command) {
    Command help = Command.run(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: skipjack " + command).contains("--help");
  }

  @Test
  void a_missing_command_is_wrong_usage() {
    Command nothing = Command.run();

    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("a command is missing", "Usage: skipjack");
  }

  @Test
  void summary_counts_resnet20_as_the_paper_implies() {
    Command summary = Command.run("summary", "resnet20", "--input", "3x32x32");

    assertThat(summary.code()).isZero();
    assertThat(summary.out())
        .contains("269,722 parameters, 40,551,040 multiply-accumulates for one example")
        .contains("3 × (block1, relu1)");
    assertThat(Command.run("summary", "resnet20", "--all").out()).doesNotContain(" × (");
  }

  @Test
  void summary_of_an_imagenet_net_needs_no_input_shape() {
    assertThat(Command.run("summary", "imagenet-resnet18").out())
        .contains("[N, 3, 224, 224]", "11,689,512 parameters");
  }

  @Test
  void summary_explains_a_part_and_tells_what_two_nets_share() {
    assertThat(Command.run("summary", "resnet20", "--explain", "stage1/block1").out())
        .startsWith("stage1/block1, from [N, 16, 32, 32]")
        .contains("What the shortcut adds")
        .doesNotContain("memory");
    assertThat(Command.run("summary", "plain20", "--beside", "resnet20").out())
        .contains("only resnet20  9 × add");
  }

  @Test
  void summary_writes_diagram_page_and_table_by_the_ends_of_their_names() throws IOException {
    List<Path> files = Stream.of("net.svg", "net.html", "net.txt").map(folder::resolve).toList();

    Command summary =
        Command.run(
            "summary",
            "plain20",
            "--beside",
            "resnet20",
            "--write",
            files.get(0).toString(),
            "--write",
            files.get(1).toString(),
            "--write",
            files.get(2).toString());

    assertThat(summary.code()).isZero();
    assertThat(Files.readString(files.get(0)))
        .startsWith("<svg ")
        .contains("class=\"arc changed\"");
    assertThat(Files.readString(files.get(1))).startsWith("<!doctype html>").contains("<svg ");
    assertThat(Files.readString(files.get(2))).startsWith("layer ");
  }

  @Test
  void a_form_that_no_file_has_is_wrong_usage_and_nothing_is_written() {
    Path svg = folder.resolve("net.svg");
    Command summary =
        Command.run("summary", "plain20", "--write", svg.toString(), "--write", "net.png");

    assertThat(summary.code()).isEqualTo(2);
    assertThat(summary.err())
        .contains("--write net.png: no form of a net ends like that.", "Fix: end the name in .svg");
    assertThat(svg).doesNotExist();
  }

  @Test
  void summary_as_json_is_one_document() {
    JsonObject document =
        JsonParser.parseString(Command.run("summary", "plain20", "--json").out()).getAsJsonObject();

    assertThat(document.get("parameters").getAsLong()).isEqualTo(269_722);
    assertThat(document.get("macs").getAsLong()).isEqualTo(40_551_040);
    assertThat(document.get("memoryBytes").getAsLong()).isPositive();
    assertThat(document.get("layers").getAsJsonArray()).isNotEmpty();
  }

  @Test
  void summary_reads_a_file_of_jshell() throws IOException {
    Path file = folder.resolve("small.jsh");
    Files.writeString(
        file,
        "import static org.skipjack.Skipjack.*;\n// two layers\nnet().conv(4).globalAvgPool()\n    .dense(2);\n");

    assertThat(Command.run("summary", file.toString()).out()).contains("118 parameters");
  }

  @Test
  void a_page_has_the_equations_that_were_asked_for() throws IOException {
    Path page = folder.resolve("net.html");
    var unused =
        Command.run(
            "summary", "resnet20", "--explain", "stage1/block1", "--write", page.toString());

    assertThat(Files.readString(page))
        .contains("<h1>resnet20</h1>", "skipjack-summary", "<svg ", "What the shortcut adds");
  }

  @Test
  void summary_reads_the_json_that_it_wrote() throws IOException {
    Path file = folder.resolve("net.json");
    assertThat(Command.run("summary", "resnet20", "--write", file.toString()).code()).isZero();

    Command read = Command.run("summary", file.toString(), "--json");

    assertThat(read.code()).isZero();
    JsonObject document = JsonParser.parseString(read.out()).getAsJsonObject();
    assertThat(document.get("net").getAsString()).isEqualTo(Families.resnet(20).toString());
    assertThat(document.get("parameters").getAsLong()).isEqualTo(269_722);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '{"format": "skipjack-net", "version": 2, "layers": []}'               | at version: it is 2, and this Skipjack reads 3.
          '{"format": "skipjack-net", "version": 3, "ned": "net()"}'             | at ned: nothing of that name is known here
          '{"format": "skipjack-net", "version": 3}'                             | at the top: "net" is missing.
          '{"format": "skipjack-net", "version": 3, "net": "net()", "name":1}'   | at name: nothing of that name is known here.
          '{"format": "skipjack-net", "version": 3, "version": 3}'               | at version: "version" is there twice.
          """)
  void json_that_is_no_net_is_wrong_usage(String json, String message) throws IOException {
    Path file = folder.resolve("net.json");
    Files.writeString(file, json);

    Command summary = Command.run("summary", file.toString());

    assertThat(summary.code()).isEqualTo(2);
    assertThat(summary.out()).isEmpty();
    assertThat(summary.err())
        .startsWith("skipjack summary: in the JSON of a net, " + message)
        .contains("Fix: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var small = net().conv(4).globalAvgPool().dense(2);\nsmall",
        "Net stem = net().conv(4);\nvar small = stem.globalAvgPool().dense(2);",
        "/* a // small */ net().conv(4) // net\n  .globalAvgPool().dense(2);",
        "final var stem = net().conv(4); Net pooled = stem.globalAvgPool(); pooled.dense(2)"
      })
  void a_script_may_name_its_nets_and_have_comments(String script) throws IOException {
    Path file = folder.resolve("small.jsh");
    Files.writeString(file, script);

    assertThat(Command.run("summary", file.toString()).out()).contains("118 parameters");
  }

  @Test
  void names_in_a_script_may_hold_what_looks_like_a_comment() throws IOException {
    Path file = folder.resolve("no.jsh");
    Files.writeString(file, "net().conv(4).named(\"a//b\")");

    assertThat(Command.run("summary", file.toString()).err())
        .contains("the name \"a//b\" cannot stand in a path");
  }

  @Test
  void a_file_that_is_missing_or_empty_is_wrong_usage() throws IOException {
    Path empty = folder.resolve("empty.jsh");
    Files.writeString(empty, "// nothing\n");
    Path missing = folder.resolve("missing.json");

    assertThat(Command.run("summary", empty.toString()))
        .isEqualTo(
            new Command(
                2,
                "",
                "skipjack summary: there is no net in %s.%nFix: write one into it, such as net().conv(16).relu().globalAvgPool().dense(10)%n"
                    .formatted(empty)));
    assertThat(Command.run("summary", missing.toString()))
        .isEqualTo(
            new Command(
                2,
                "",
                "skipjack summary: there is no file %s.%nFix: check its name, or give the net's name or text itself%n"
                    .formatted(missing)));
  }

  @Test
  void a_net_of_no_name_is_wrong_usage_and_the_nearest_is_named() {
    Command summary = Command.run("summary", "resnt20");

    assertThat(summary.code()).isEqualTo(2);
    assertThat(summary.err())
        .contains("there is no net called \"resnt20\"; did you mean 'resnet20'?", "Fix: ");
  }

  @Test
  void a_net_that_does_not_fit_together_fails_with_its_message_alone() {
    Command summary = Command.run("summary", "net().dense(10)");

    assertThat(summary.code()).isEqualTo(1);
    assertThat(summary.err())
        .startsWith("skipjack summary: dense #1 works on vectors [N, F]")
        .contains("Fix: put globalAvgPool() before it")
        .doesNotContain("\tat ");
  }

  @Test
  void an_input_that_is_no_shape_is_wrong_usage() {
    Command summary = Command.run("summary", "resnet20", "--input", "32,32");

    assertThat(summary.code()).isEqualTo(2);
    assertThat(summary.err())
        .contains("\"32,32\" is no input shape.", "Fix: CHANNELSxHEIGHTxWIDTH");
  }
}
