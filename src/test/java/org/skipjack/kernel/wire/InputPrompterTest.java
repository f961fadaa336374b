package org.skipjack.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InputPrompterTest {
  private final InputPrompter inputPrompter = new InputPrompter();

  private static Message answer(String value) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_type", "input_reply");
    JsonObject content = new JsonObject();
    content.addProperty("value", value);
    JsonObject none = new JsonObject();
    return new Message(List.of(), header, none, none, content, List.of());
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void an_answer_that_is_there_before_anybody_waits_for_it_is_heard() throws Exception {
    String heard =
        inputPrompter.ask(
            new InputPrompt("name? ", false),
            content -> {
              assertThat(content.get("prompt").getAsString()).isEqualTo("name? ");
              inputPrompter.heard(answer("Ada"));
            });
    assertThat(heard).isEqualTo("Ada");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void an_answer_that_nobody_asked_for_is_not_that_of_the_next_question() throws Exception {
    inputPrompter.heard(answer("too early"));
    InputPrompt inputPrompt = new InputPrompt("", true);
    assertThatThrownBy(
            () -> inputPrompter.ask(inputPrompt, content -> Thread.currentThread().interrupt()))
        .isInstanceOf(InterruptedException.class);
    inputPrompter.heard(answer("too late"));
    assertThat(inputPrompter.ask(inputPrompt, content -> inputPrompter.heard(answer("right"))))
        .isEqualTo("right");
  }
}
