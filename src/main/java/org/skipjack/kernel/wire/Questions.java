package org.skipjack.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Asks the person behind a request for a line of text. One question at a time. */
final class Questions {
  private final SynchronousQueue<String> answers = new SynchronousQueue<>();

  /** Takes a message of the stdin channel: an answer, if somebody waits for one. */
  void heard(Message message) {
    JsonElement value = message.content().get("value");
    if (message.type().equals("input_reply") && value != null) {
      boolean unused = answers.offer(value.getAsString());
    }
  }

  /**
   * Asks and waits for the answer.
   *
   * @throws InterruptedException if the thread is interrupted; a late answer is then dropped
   */
  synchronized String ask(RouterChannel stdin, Message asker, Question question)
      throws InterruptedException {
    JsonObject content = new JsonObject();
    content.addProperty("prompt", question.prompt());
    content.addProperty("password", question.password());
    stdin.send(asker.identities(), "input_request", asker.header(), content);
    Optional<String> answer = Optional.empty();
    while (answer.isEmpty()) {
      answer = Optional.ofNullable(answers.poll(1, TimeUnit.HOURS));
    }
    return answer.get();
  }
}
