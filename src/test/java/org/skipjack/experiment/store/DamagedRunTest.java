package org.skipjack.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.runner.ExperimentListener;

class DamagedRunTest {
  private static final String HISTORY = "history.jsonl";

  @TempDir private static Path original;
  @TempDir private Path store;
  private static ComparisonResult whole;
  private Path run = Path.of("none");

  @BeforeAll
  static void run() {
    whole = Small.comparison(original).seeds(2).run();
  }

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.toList()) {
        Path to = store.resolve(original.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    run = folder("plain-seed2-");
  }

  private Path folder(String name) throws IOException {
    try (Stream<Path> files = Files.list(store)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .findFirst()
          .orElseThrow();
    }
  }

  static List<Arguments> damages() {
    return List.of(
        damage("the last line is lost", lines -> lines.subList(0, 1), "has 1 of 2 epochs"),
        damage("the first line is lost", lines -> lines.subList(1, 2), "is epoch 2, expected"),
        damage(
            "half of the last line is lost",
            lines -> List.of(lines.get(0), lines.get(1).substring(0, 40)),
            "is no epoch"),
        damage("it is empty", lines -> List.of(), "has 0 of 2 epochs"),
        damage(
            "a line is there twice",
            lines -> List.of(lines.get(0), lines.get(1), lines.get(1)),
            "is epoch 2, expected epoch 3"),
        damage(
            "an epoch was added",
            lines ->
                List.of(
                    lines.get(0), lines.get(1), lines.get(1).replace("\"epoch\":2", "\"epoch\":3")),
            "has 3 of 2 epochs"),
        damage("lines are swapped", lines -> List.of(lines.get(1), lines.get(0)), "is epoch 2"),
        damage(
            "the number of an epoch is another",
            lines -> List.of(lines.get(0), lines.get(1).replace("\"epoch\":2", "\"epoch\":7")),
            "is epoch 7, expected epoch 2"),
        damage("it is no JSON", lines -> List.of("", "nothing"), "is no epoch"),
        damage(
            "a figure is a word",
            lines -> List.of(lines.get(0), lines.get(1).replaceFirst("\\d\\.\\d+", "\"low\"")),
            "is no epoch"));
  }

  private static Arguments damage(String what, UnaryOperator<List<String>> how, String said) {
    return Arguments.of(what, how, said);
  }

  private void change(String file, UnaryOperator<List<String>> how) {
    try {
      Path path = run.resolve(file);
      Files.write(path, how.apply(Files.readAllLines(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void a_run_whose_history_is_not_whole_is_made_again_and_that_is_said(
      String what, UnaryOperator<List<String>> how, String said) {
    change(HISTORY, how);

    assertThat(status()).isEqualTo(RunResult.Status.DAMAGED);
    assertMadeAgain(said);
  }

  @Test
  void it_is_made_anew_where_it_has_no_checkpoint() throws IOException {
    change(HISTORY, lines -> lines.subList(0, 1));
    deleteCheckpoints();

    assertMadeAgain("has 1 of 2 epochs");
  }

  @Test
  void a_history_or_record_that_is_gone_is_made_again() throws IOException {
    Files.delete(run.resolve(HISTORY));
    assertMadeAgain("has 0 of 2 epochs");

    Files.writeString(run.resolve("run.json"), "{ \"status\": \"compl");
    assertThat(Small.comparison(store).seeds(2).run()).isEqualTo(whole);
  }

  @Test
  void damaged_gradients_come_again_with_their_run() {
    change("gradients.jsonl", lines -> List.of(lines.get(0), lines.get(1).substring(0, 9)));

    assertMadeAgain("a line of gradients.jsonl is no gradient");
  }

  @Test
  void the_table_of_runs_shows_no_figure_of_a_damaged_run_and_no_leaderboard_has_it() {
    change(HISTORY, lines -> lines.subList(0, 1));

    RunTable table = RunStore.in(store).find("plain", "seed 2");

    assertThat(table.toString()).contains("damaged").doesNotContain("%");
    assertThat(RunStore.in(store).table().by(Metric.TEST_ERROR).runs()).hasSize(3);
  }

  static List<Arguments> edits() {
    return List.of(
        edit("the last test error", HISTORY, 1, "testError", "epoch 2 of history.jsonl has testE"),
        edit("the first test error", HISTORY, 0, "testError", "epoch 1 of history.jsonl has test"),
        edit("a training error", HISTORY, 1, "trainingError", "epoch 2 of history.jsonl has trai"),
        edit("a loss", HISTORY, 1, "testLoss", "epoch 2 of history.jsonl has testLoss 0.125"),
        edit("a rate", HISTORY, 1, "learningRate", "epoch 2 of history.jsonl has learningRate"),
        edit("a result", "run.json", -1, "testError", "the result in run.json has"));
  }

  private static Arguments edit(String what, String file, int line, String member, String said) {
    return Arguments.of(what, file, line, member, said);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void an_edited_figure_is_refused(String what, String file, int line, String member, String said) {
    String form = "(\"%s\": ?)[0-9.E-]+".formatted(member);
    change(
        file,
        lines -> {
          List<String> changed = new ArrayList<>(lines);
          for (int i = 0; i < lines.size(); i++) {
            if (line < 0 || i == line) {
              changed.set(i, lines.get(i).replaceFirst(form, "$10.125"));
            }
          }
          return changed;
        });

    assertRefused(said);
  }

  @Test
  void a_run_that_ended_cannot_be_said_to_have_diverged() throws IOException {
    change(HISTORY, lines -> lines.subList(0, 1));
    change("run.json", lines -> replaced(lines, "\"complete\"", "\"diverged\""));

    assertRefused("run.json says diverged, its sealed checkpoint");
  }

  @Test
  void the_run_of_one_seed_is_not_that_of_another() throws IOException {
    Path first = folder("plain-seed1-");
    for (String file : List.of(HISTORY, "gradients.jsonl", "run.json")) {
      Files.writeString(run.resolve(file), Files.readString(first.resolve(file)));
    }
    change("run.json", lines -> replaced(lines, "\"seed\": 1", "\"seed\": 2"));
    assertRefused("epoch 1 of history.jsonl has ");

    deleteCheckpoints();
    try (Stream<Path> files = Files.list(first)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".skipjack")).toList()) {
        Files.copy(file, run.resolve(file.getFileName()));
      }
    }
    assertRefused("run.json is of seed 2, its sealed checkpoint");
  }

  private static List<String> replaced(List<String> lines, String from, String to) {
    return lines.stream().map(line -> line.replace(from, to)).toList();
  }

  private RunResult.Status status() {
    return StoredRun.read(run).orElseThrow().result().status();
  }

  private void deleteCheckpoints() throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".skipjack")).toList()) {
        Files.delete(file);
      }
    }
  }

  private void assertMadeAgain(String said) {
    List<String> told = new ArrayList<>();
    ExperimentListener listener =
        new ExperimentListener() {
          @Override
          public void damaged(Trial trial, StoredRun found) {
            told.add(trial.title() + ": " + found.fault().orElse(""));
          }
        };

    ComparisonResult again = Small.comparison(store).seeds(2).watch(listener).run();

    assertThat(again).isEqualTo(whole);
    assertThat(told).singleElement().asString().startsWith("plain, seed 2: ").contains(said);
    assertThat(status()).isEqualTo(RunResult.Status.COMPLETE);
  }

  private void assertRefused(String said) {
    assertThat(status()).isEqualTo(RunResult.Status.EDITED);
    assertThatThrownBy(() -> Small.comparison(store).seeds(2).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            String.format(Locale.ROOT, "%s was edited since its training wrote it: ", run))
        .hasMessageContaining(said)
        .hasMessageContaining("Fix: bring the file back as it was, or remove the folder");
    assertThat(RunStore.in(store).find("plain", "seed 2").toString())
        .contains("edited")
        .doesNotContain("%");
  }
}
