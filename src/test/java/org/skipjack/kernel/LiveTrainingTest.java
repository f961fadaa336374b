package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skipjack.kernel.Cells.Cell;
import org.skipjack.kernel.Client.Received;
import org.skipjack.kernel.evaluation.Startup;

/** A training in a cell, as a client sees it. */
class LiveTrainingTest {
  private static final String NET = "net().conv(4).relu().globalAvgPool().dense(10)";
  private static Cells cells;

  @BeforeAll
  static void start() {
    cells = new Cells(Startup.script());
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  private static String id(Received message) {
    return message.content().getAsJsonObject("transient").get("display_id").getAsString();
  }

  private static String form(Received message, String type) {
    JsonObject data = message.content().getAsJsonObject("data");
    return data.has(type) ? data.get(type).getAsString() : "";
  }

  @Test
  void a_bar_and_a_chart_are_updated_in_place_and_the_last_word_is_sent() {
    Cell cell = cells.run("var run = train(" + NET + ").on(shapes()).epochs(3).run();");
    List<Received> shown = cell.all("display_data");
    assertThat(shown).hasSize(2);
    Received bar = shown.get(0);
    Received chart = shown.get(1);
    assertThat(form(bar, "text/plain")).contains("epoch 1/3", "training error", "left");
    assertThat(form(bar, "text/html")).contains("<div", "width:");
    assertThat(form(chart, "image/png")).startsWith("iVBOR");
    assertThat(chart.content().getAsJsonObject("metadata").has("image/png")).isTrue();
    List<Received> bars =
        cell.all("update_display_data").stream().filter(one -> id(one).equals(id(bar))).toList();
    assertThat(form(bars.get(bars.size() - 1), "text/plain"))
        .contains("3 epochs done", "training error", "test error");
    List<Received> updates = cell.all("update_display_data");
    assertThat(updates).allMatch(one -> id(one).equals(id(bar)) || id(one).equals(id(chart)));
    // The last update of the chart has all epochs, whenever the others came
    assertThat(updates.stream().filter(one -> id(one).equals(id(chart))).toList())
        .last()
        .satisfies(last -> assertThat(form(last, "text/plain")).contains("of 3 epochs"));
  }

  @Test
  void a_run_whose_chart_the_cell_shows_is_its_result_in_words_and_a_chart_in_the_next_cell() {
    Cell cell = cells.run("var seen = train(" + NET + ").on(shapes()).epochs(2).run(); seen");
    Received result = cell.all("execute_result").get(0);
    assertThat(form(result, "text/plain")).contains("2 epochs, then training error");
    assertThat(form(result, "image/png")).isEmpty();
    assertThat(cell.all("display_data")).hasSize(2);
    assertThat(form(cells.run("seen").all("execute_result").get(0), "image/png")).isNotEmpty();
  }

  @Test
  void an_interrupt_stops_at_the_next_batch_and_leaves_model_and_history() {
    String id = cells.send("var long_ = train(" + NET + ").on(shapes()).epochs(100_000).run();");
    List<Received> unused =
        cells.client.publishedUntil(one -> one.toString().contains("epoch 3/100000"));
    String asked = cells.client.sendControl("interrupt_request", new JsonObject());
    assertThat(cells.client.nextControlReply().parentId()).isEqualTo(asked);
    Cell cell = cells.await(id);
    assertThat(cell.status()).isEqualTo("error");
    assertThat(cell.reply().text("ename")).isEqualTo("Interrupted");
    assertThat(cell.published().toString()).contains("stopped after ");
    assertThat(cells.run("long_.history().epochs().size() >= 2").value()).isEqualTo("true");
    assertThat(cells.run("long_.complete()").value()).isEqualTo("false");
    assertThat(cells.run("long_.model().getClass().getSimpleName()").value())
        .isEqualTo("TrainedNet");
  }

  @Test
  void a_training_that_fails_says_so_where_its_bar_was() {
    Cell cell =
        cells.attempt(
            "train("
                + NET
                + ").on(shapes()).recipe(Recipe.DEFAULT.withSchedule(Schedule.constant(1e30))).run()");
    assertThat(cell.status()).isEqualTo("error");
    assertThat(cell.published().toString()).contains("failed: ");
  }

  @Test
  void the_trainings_of_a_comparison_have_a_bar_each_and_no_chart() {
    Cell cell =
        cells.run(
            "var c = compare("
                + NET
                + ").on(Shapes.split(16, 256, 64, Seed.of(1))).epochs(1).seeds(2)"
                + ".in(Files.createTempDirectory(\"runs\")).run();");
    assertThat(cell.all("display_data"))
        .hasSize(2)
        .allMatch(one -> form(one, "image/png").isEmpty());
  }

  @Test
  void charts_and_tribuo_need_no_import_and_our_dataset_is_the_one_that_is_meant() {
    assertThat(cells.run("Dataset.class.getName()").value()).isEqualTo("org.skipjack.data.Dataset");
    cells.run("XYChart x = null; LabelEvaluation e = null; Label l = new Label(\"cat\");");
  }
}
