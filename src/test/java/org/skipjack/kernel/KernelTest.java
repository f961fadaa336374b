package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skipjack.kernel.Cells.Cell;
import org.skipjack.kernel.Client.Received;

/** What a client sees on the wire. */
class KernelTest {
  private static Cells cells;

  @BeforeAll
  static void start() {
    cells = new Cells(Cells.STATICS);
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  @Test
  void a_cell_goes_from_busy_to_idle_under_its_request() {
    String id = cells.send("System.out.println(\"hello, world\");\n6 * 7");
    Cell cell = cells.await(id);
    assertThat(cell.types())
        .containsExactly("status", "execute_input", "stream", "execute_result", "status");
    assertThat(cell.published()).allMatch(message -> message.parentId().equals(id));
    assertThat(cell.published().get(0).text("execution_state")).isEqualTo("busy");
    assertThat(cell.published().get(4).text("execution_state")).isEqualTo("idle");
    assertThat(cell.printed("stdout")).isEqualTo("hello, world\n");
    assertThat(cell.value()).isEqualTo("42");
    assertThat(cell.reply().content().get("execution_count"))
        .isEqualTo(cell.all("execute_input").get(0).content().get("execution_count"));
    assertThat(cell.reply().content().getAsJsonArray("payload")).isEmpty();
  }

  @Test
  void the_kernel_says_what_it_is() {
    JsonObject info = cells.ask("kernel_info_request", new JsonObject()).content();
    assertThat(info.get("status").getAsString()).isEqualTo("ok");
    assertThat(info.get("protocol_version").getAsString()).startsWith("5.");
    assertThat(info.get("implementation").getAsString()).isEqualTo("skipjack");
    assertThat(info.getAsJsonObject("language_info").get("name").getAsString()).isEqualTo("java");
    assertThat(info.getAsJsonObject("language_info").get("file_extension").getAsString())
        .isEqualTo(".jsh");
  }

  @Test
  void the_heartbeat_echoes() {
    assertThat(cells.client.beats()).isTrue();
    assertThat(cells.client.beats()).isTrue();
  }

  @Test
  void fifty_thousand_lines_arrive_in_order() {
    Cell cell = cells.run("for (int i = 0; i < 50_000; i++) System.out.println(i);");
    String expected =
        IntStream.range(0, 50_000)
            .mapToObj(i -> i + "\n")
            .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
            .toString();
    assertThat(cell.printed("stdout")).isEqualTo(expected);
    assertThat(cell.all("stream")).hasSizeLessThan(1000);
  }

  @Test
  void the_two_streams_keep_their_order_and_letters_stay_whole() {
    Cell cell =
        cells.run("System.out.print(\"a\"); System.err.print(\"ü\"); System.out.print(\"€😀\");");
    assertThat(cell.all("stream"))
        .extracting(message -> message.text("name") + message.text("text"))
        .containsExactly("stdouta", "stderrü", "stdout€😀");
    Cell bytes =
        cells.run("System.out.write(0xE2); System.out.write(0x82); System.out.write(0xAC);");
    assertThat(bytes.printed("stdout")).isEqualTo("€");
  }

  @Test
  void a_value_follows_what_was_printed_before_it() {
    Cell cell = cells.run("System.out.print(1); display(\"shown\"); System.out.print(2);\n3");
    assertThat(cell.types())
        .containsExactly(
            "status",
            "execute_input",
            "stream",
            "display_data",
            "stream",
            "execute_result",
            "status");
  }

  @Test
  void what_a_thread_prints_later_goes_to_the_cell_that_started_it() {
    String id =
        cells.send(
            """
            var go = new java.util.concurrent.CountDownLatch(1);
            Thread thread = new Thread(() -> {
              try { go.await(); } catch (InterruptedException e) { return; }
              System.out.println("from the first");
            });
            thread.start();""");
    Cell unused = cells.await(id);
    String second =
        cells.send("go.countDown(); thread.join(); System.out.println(\"from the second\");");
    Received reply = cells.client.reply(second);
    assertThat(reply.text("status")).isEqualTo("ok");
    List<Received> streams =
        cells.client.published(second).stream().filter(one -> one.type().equals("stream")).toList();
    assertThat(streams).extracting(Received::parentId).containsExactly(id, second);
  }

  @Test
  void what_a_pool_prints_goes_to_the_cell_that_runs() {
    cells.run(
        "var pool = java.util.concurrent.Executors.newFixedThreadPool(1); pool.submit(() -> 1).get();");
    Cell cell = cells.run("pool.submit(() -> System.out.print(\"pooled\")).get();");
    assertThat(cell.printed("stdout")).isEqualTo("pooled");
    cells.run("pool.shutdown();");
  }

  @Test
  void an_error_takes_with_it_what_is_queued_behind_it() {
    List<String> ids =
        List.of(
            cells.send("int aborted = 0;"),
            cells.send("throw new RuntimeException(\"stop\");"),
            cells.send("aborted = 1;"),
            cells.send("aborted = 2;"));
    List<String> statuses = ids.stream().map(id -> cells.await(id).status()).toList();
    assertThat(statuses).containsExactly("ok", "error", "aborted", "aborted");
    assertThat(cells.run("aborted").value()).isEqualTo("0");
  }

  @Test
  void cells_that_may_fail_do_not_stop_others() {
    JsonObject request = Cells.request("throw new RuntimeException();");
    request.addProperty("stop_on_error", false);
    String failing = cells.client.send("execute_request", request);
    String next = cells.send("1 + 1");
    assertThat(cells.await(failing).status()).isEqualTo("error");
    assertThat(cells.await(next).value()).isEqualTo("2");
  }

  @Test
  void a_silent_cell_shows_and_counts_nothing() {
    int before = cells.run("0").reply().content().get("execution_count").getAsInt();
    JsonObject request = Cells.request("System.out.println(\"x\"); display(1);\n2");
    request.addProperty("silent", true);
    Cell cell = cells.await(cells.client.send("execute_request", request));
    assertThat(cell.types()).containsExactly("status", "status");
    int after = cells.run("0").reply().content().get("execution_count").getAsInt();
    assertThat(after).isEqualTo(before + 1);
  }

  @Test
  void a_cell_that_is_not_stored_is_not_counted_and_not_in_the_history() {
    int before = cells.run("0").reply().content().get("execution_count").getAsInt();
    JsonObject request = Cells.request("\"not stored\"");
    request.addProperty("store_history", false);
    assertThat(cells.await(cells.client.send("execute_request", request)).value())
        .isEqualTo("not stored");
    assertThat(cells.run("0").reply().content().get("execution_count").getAsInt())
        .isEqualTo(before + 1);
    JsonObject search = new JsonObject();
    search.addProperty("hist_access_type", "search");
    search.addProperty("pattern", "*not stored*");
    JsonArray found = cells.ask("history_request", search).content().getAsJsonArray("history");
    assertThat(found).isEmpty();
  }

  @Test
  void expressions_of_the_client_are_evaluated_beside_the_cell() {
    JsonObject request = Cells.request("int forClient = 20;");
    JsonObject expressions = new JsonObject();
    expressions.addProperty("good", "forClient + 1");
    expressions.addProperty("bad", "noSuchName");
    request.add("user_expressions", expressions);
    JsonObject values =
        cells
            .await(cells.client.send("execute_request", request))
            .reply()
            .content()
            .getAsJsonObject("user_expressions");
    assertThat(
            values.getAsJsonObject("good").getAsJsonObject("data").get("text/plain").getAsString())
        .isEqualTo("21");
    assertThat(values.getAsJsonObject("bad").get("status").getAsString()).isEqualTo("error");
    assertThat(values.getAsJsonObject("bad").get("ename").getAsString()).isEqualTo("CompileError");
  }

  @Test
  void messages_that_are_none_or_not_signed_are_dropped() {
    byte[] delimiter = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    cells.client.sendSigned("0".repeat(64), "execute_request", Cells.request("int forged = 1;"));
    cells.client.sendSigned("", "execute_request", Cells.request("int forged = 1;"));
    cells.client.sendRaw(new byte[0]);
    cells.client.sendRaw(delimiter);
    cells.client.sendRaw(
        delimiter, new byte[3], new byte[1], new byte[1], new byte[1], new byte[1]);
    assertThat(cells.client.silent(Duration.ofMillis(100))).isTrue();
    assertThat(cells.attempt("forged").status()).isEqualTo("error");
    assertThat(cells.run("1").value()).isEqualTo("1");
  }

  @Test
  void a_signed_message_that_comes_twice_runs_once() {
    cells.run("int times = 0;");
    assertThat(cells.await(cells.client.sendTwice(Cells.request("times++;"))).status())
        .isEqualTo("ok");
    assertThat(cells.client.silent(Duration.ofMillis(200))).isTrue();
    assertThat(cells.run("times").value()).isEqualTo("1");
  }

  @Test
  void a_message_over_the_stated_size_is_not_read_and_others_are() {
    try (Client other = new Client(cells.kernel.connection())) {
      String padding = "x".repeat(64 << 20);
      String unused = other.send("execute_request", Cells.request("int huge = 1; // " + padding));
      assertThat(other.silent(Duration.ofSeconds(1))).isTrue();
    }
    assertThat(cells.attempt("huge").status()).isEqualTo("error");
    assertThat(cells.run("3").value()).isEqualTo("3");
  }

  @Test
  void half_a_letter_and_numbers_that_json_has_not_go_both_ways() {
    cells.run("import org.dflib.jjava.jupyter.kernel.BaseKernel;");
    Cell cell =
        cells.run(
            """
            var data = new org.dflib.jjava.jupyter.kernel.display.DisplayData("\\ud83d");
            data.putMetaData("scale", Double.NaN);
            BaseKernel.notebookKernel().display(data);
            "\ud83d" + "\ud83d\ude00".length()
            """);
    assertThat(cell.value()).isEqualTo("\ud83d2");
    JsonObject shown = cell.all("display_data").get(0).content();
    assertThat(shown.getAsJsonObject("data").get("text/plain").getAsString()).isEqualTo("\ud83d");
    assertThat(shown.getAsJsonObject("metadata").get("scale").isJsonNull()).isTrue();
    JsonObject request = Cells.request("1 + 1");
    request.addProperty("python", Double.NaN);
    assertThat(cells.await(cells.client.send("execute_request", request)).value()).isEqualTo("2");
  }

  @Test
  void requests_that_nobody_knows_get_no_answer_and_do_no_harm() {
    for (String type : List.of("debug_request", "usage_request", "create_subshell_request", "x")) {
      String id = cells.client.send(type, new JsonObject());
      assertThat(cells.client.published(id)).hasSize(2);
      String control = cells.client.sendControl(type, new JsonObject());
      assertThat(cells.client.published(control)).hasSize(2);
    }
    assertThat(cells.run("2").value()).isEqualTo("2");
  }

  @Test
  void an_error_in_the_text_of_a_value_is_shown_and_the_kernel_lives() {
    cells.run(
        "class Bad { public String toString() { throw new NoClassDefFoundError(\"gone\"); } }");
    Cell cell = cells.attempt("new Bad()");
    assertThat(cell.status()).isEqualTo("error");
    assertThat(cell.reply().text("ename")).isEqualTo("NoClassDefFoundError");
    assertThat(cell.traceback()).contains("gone").contains("while showing the value");
    cells.run("class Deep { public String toString() { return \"\" + this; } }");
    assertThat(cells.attempt("new Deep()").reply().text("ename")).isEqualTo("StackOverflowError");
    assertThat(cells.run("3").value()).isEqualTo("3");
  }

  @Test
  void an_error_in_a_renderer_is_shown_and_the_kernel_lives() {
    cells.run(
        """
        class Odd {}
        org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel().getRenderer()
            .createRegistration(Odd.class)
            .preferring("text/plain")
            .register((odd, context) -> { throw new NoClassDefFoundError("lost"); });
        import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.display;""");
    for (String code : List.of("new Odd()", "display(new Odd());")) {
      Cell cell = cells.attempt(code);
      assertThat(cell.status()).as(code).isEqualTo("error");
      assertThat(cell.reply().text("ename")).as(code).isEqualTo("NoClassDefFoundError");
      assertThat(cell.traceback()).contains("lost");
    }
    assertThat(cells.run("4").value()).isEqualTo("4");
  }

  @Test
  void a_null_value_and_an_assignment_show_nothing() {
    assertThat(cells.run("String nothing = null;\nnothing").types())
        .doesNotContain("execute_result");
    assertThat(cells.run("nothing = \"x\"").types()).doesNotContain("execute_result");
    assertThat(cells.run("nothing;").value()).isEqualTo("x");
  }
}
