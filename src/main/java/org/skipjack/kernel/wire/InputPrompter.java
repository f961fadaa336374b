package org.skipjack.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Asks the person behind a request for a line of text. One question at a time. */
final class InputPrompter {
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private volatile boolean open;

  /** Takes a message of the stdin channel: an answer, if there is a question. */
  void heard(Message message) {
    JsonElement value = message.content().get("value");
    if (open && message.type().equals("input_reply") && value != null) {
      answers.add(value.getAsString());
    }
  }

  /**
   * Asks and waits for the answer, which may come before the question has left this method.
   *
   * @param send takes the content of the message to send
   * @throws InterruptedException if the thread is interrupted; a late answer is then dropped
   */
  synchronized String ask(InputPrompt inputPrompt, Consumer<JsonObject> send)
      throws InterruptedException {
    JsonObject content = new JsonObject();
    content.addProperty("prompt", inputPrompt.prompt());
    content.addProperty("password", inputPrompt.password());
    answers.clear();
    open = true;
    try {
      send.accept(content);
      return answers.take();
    } finally {
      open = false;
    }
  }
}
