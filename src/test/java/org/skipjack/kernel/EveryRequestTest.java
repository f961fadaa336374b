package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.kernel.Client.Received;

/** A client waits for the reply to a request for ever, so there is one whatever happens. */
class EveryRequestTest {
  private static final List<String> SHELL =
      List.of(
          "execute_request",
          "complete_request",
          "inspect_request",
          "is_complete_request",
          "history_request",
          "comm_info_request",
          "interrupt_request",
          "shutdown_request");

  private volatile boolean failing;

  private void fail() {
    if (failing) {
      throw new StackOverflowError();
    }
  }

  @Test
  void a_request_whose_handler_throws_has_a_reply_that_says_so() {
    try (Cells cells = new Cells("", request -> fail())) {
      failing = true;
      for (String type : SHELL) {
        Received reply = cells.ask(type, Cells.request("1"));
        assertThat(reply.type()).isEqualTo(type.replace("_request", "_reply"));
        assertThat(reply.text("status")).isEqualTo("error");
        assertThat(reply.text("ename")).isEqualTo("StackOverflowError");
      }
      for (String type : List.of("kernel_info_request", "interrupt_request", "shutdown_request")) {
        String id = cells.client.sendControl(type, new JsonObject());
        Received reply = cells.client.nextControlReply();
        assertThat(reply.parentId()).isEqualTo(id);
        assertThat(reply.text("status")).isEqualTo("error");
      }
      failing = false;
      assertThat(cells.exitCode).as("a kernel that is told to end ends").isZero();
    }
  }

  @Test
  void what_a_request_should_not_hold_is_answered_too() {
    try (Cells cells = new Cells("")) {
      JsonObject odd = Cells.request("1");
      odd.addProperty("cursor_pos", "five");
      odd.addProperty("detail_level", "five");
      odd.addProperty("hist_access_type", "tail");
      odd.addProperty("n", "five");
      odd.add("user_expressions", odd.deepCopy());
      for (String type :
          List.of("complete_request", "inspect_request", "history_request", "execute_request")) {
        assertThat(cells.ask(type, odd).text("status")).as(type).isEqualTo("error");
      }
      assertThat(cells.run("1 + 1").value()).isEqualTo("2");
    }
  }
}
