package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skipjack.kernel.Cells.Cell;
import org.skipjack.kernel.Client.Received;

/** What goes both ways: input, history, comms, completeness. */
class ConversationTest {
  private static Cells cells;

  @BeforeAll
  static void start() {
    cells = new Cells("import java.util.*;" + Cells.STATICS);
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  @Test
  void a_cell_reads_lines_that_the_user_types() {
    String id =
        cells.send("var in = new Scanner(System.in); in.nextLine() + \"+\" + in.nextLine()");
    Received question = cells.client.question();
    assertThat(question.type()).isEqualTo("input_request");
    assertThat(question.parentId()).isEqualTo(id);
    assertThat(question.content().get("password").getAsBoolean()).isFalse();
    cells.client.answer("grüße");
    Received again = cells.client.question();
    assertThat(again.parentId()).isEqualTo(id);
    cells.client.answer("b");
    assertThat(cells.await(id).value()).isEqualTo("grüße+b");
  }

  @Test
  void a_client_without_input_is_not_asked() {
    JsonObject request = Cells.request("System.in.read()");
    request.addProperty("allow_stdin", false);
    Cell cell = cells.await(cells.client.send("execute_request", request));
    assertThat(cell.reply().text("ename")).isEqualTo("IOException");
    assertThat(cell.traceback()).contains("this client takes no input");
  }

  @Test
  void the_history_has_what_was_entered_and_given() {
    int first = cells.run("\"history\" + 1").reply().content().get("execution_count").getAsInt();
    cells.run("\"history\" + 2");
    cells.run("\"history\" + 1");
    JsonObject tail = access("tail");
    tail.addProperty("n", 2);
    tail.addProperty("output", true);
    assertThat(entries(tail))
        .containsExactly(
            String.format(Locale.ROOT, "[1,%d,[\"\\\"history\\\" + 2\",\"history2\"]]", first + 1),
            String.format(Locale.ROOT, "[1,%d,[\"\\\"history\\\" + 1\",\"history1\"]]", first + 2));
    JsonObject range = access("range");
    range.addProperty("session", 0);
    range.addProperty("start", first);
    range.addProperty("stop", first + 1);
    assertThat(entries(range))
        .containsExactly(String.format(Locale.ROOT, "[1,%d,\"\\\"history\\\" + 1\"]", first));
    JsonObject search = access("search");
    search.addProperty("pattern", "\"hist?ry\" + *");
    assertThat(entries(search)).hasSize(3);
    search.addProperty("unique", true);
    assertThat(entries(search)).hasSize(2);
    search.addProperty("n", 1);
    assertThat(entries(search)).singleElement().asString().contains("+ 1");
  }

  private static JsonObject access(String type) {
    JsonObject content = new JsonObject();
    content.addProperty("hist_access_type", type);
    content.addProperty("output", false);
    return content;
  }

  private static List<String> entries(JsonObject request) {
    Received reply = cells.ask("history_request", request);
    assertThat(reply.text("status")).isEqualTo("ok");
    JsonArray history = reply.content().getAsJsonArray("history");
    return StreamSupport.stream(history.spliterator(), false).map(Object::toString).toList();
  }

  @Test
  void a_comm_for_an_unknown_target_is_closed() {
    String id = cells.client.send("comm_open", comm("c1", "nobody"));
    List<Received> published = cells.client.published(id);
    assertThat(published)
        .extracting(Received::type)
        .containsExactly("status", "comm_close", "status");
    assertThat(published.get(1).text("comm_id")).isEqualTo("c1");
  }

  @Test
  void a_comm_speaks_both_ways() {
    cells.run(
        """
        import org.dflib.jjava.jupyter.kernel.BaseKernel;
        import org.dflib.jjava.jupyter.kernel.comm.*;
        import org.dflib.jjava.jupyter.messages.Message;
        class Echo extends Comm {
          Echo(CommManager manager, String id, String target) { super(manager, id, target); }
          protected void onMessage(Message message) {
            var data = ((org.dflib.jjava.jupyter.messages.comm.CommMsgCommand) message.getContent()).getData();
            data.addProperty("echo", true);
            send(data);
          }
          protected void onClose(Message message, boolean here) { System.out.println("closed"); }
        }
        BaseKernel.notebookKernel().getCommManager()
            .registerTarget("echo", (manager, id, target, message) -> new Echo(manager, id, target));
        """);
    List<Received> unused =
        cells.client.published(cells.client.send("comm_open", comm("c2", "echo")));
    JsonObject info = cells.ask("comm_info_request", new JsonObject()).content();
    assertThat(info.getAsJsonObject("comms").getAsJsonObject("c2").get("target_name").getAsString())
        .isEqualTo("echo");
    JsonObject message = comm("c2", "echo");
    message.getAsJsonObject("data").addProperty("word", "hello");
    List<Received> answer = cells.client.published(cells.client.send("comm_msg", message));
    Received echoed =
        answer.stream().filter(one -> one.type().equals("comm_msg")).findFirst().orElseThrow();
    assertThat(echoed.text("comm_id")).isEqualTo("c2");
    assertThat(echoed.content().getAsJsonObject("data").toString())
        .isEqualTo("{\"word\":\"hello\",\"echo\":true}");
    List<Received> closing =
        cells.client.published(cells.client.send("comm_close", comm("c2", "echo")));
    assertThat(closing).anyMatch(one -> one.toString().contains("closed"));
    assertThat(
            cells
                .ask("comm_info_request", new JsonObject())
                .content()
                .getAsJsonObject("comms")
                .size())
        .isZero();
  }

  private static JsonObject comm(String id, String target) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", id);
    content.addProperty("target_name", target);
    content.add("data", new JsonObject());
    return content;
  }

  @Test
  void a_display_is_updated_by_its_name_and_output_cleared() {
    Cell cell =
        cells.run(
            "String id = display(\"first\"); updateDisplay(id, \"second\"); render(\"x\", \"text/plain\")");
    Received shown = cell.all("display_data").get(0);
    Received updated = cell.all("update_display_data").get(0);
    assertThat(updated.content().getAsJsonObject("transient"))
        .isEqualTo(shown.content().getAsJsonObject("transient"));
    assertThat(updated.content().getAsJsonObject("data").get("text/plain").getAsString())
        .isEqualTo("second");
    assertThat(cell.value()).isEqualTo("x");
  }

  @Test
  void a_terminal_learns_whether_code_is_complete() {
    assertThat(complete("int x = 1;")).isEqualTo("complete");
    assertThat(complete("1 + 1")).isEqualTo("complete");
    assertThat(complete("for (int i = 0; i < 3; i++) {")).isEqualTo("incomplete    ");
    assertThat(complete("void f() {\n  if (true) {")).isEqualTo("incomplete        ");
    assertThat(complete("class 9 {}")).isEqualTo("invalid");
    assertThat(complete("%time 1 + 1")).isEqualTo("complete");
  }

  private static String complete(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    JsonObject reply = cells.ask("is_complete_request", content).content();
    return reply.get("status").getAsString()
        + (reply.has("indent") ? reply.get("indent").getAsString() : "");
  }
}
