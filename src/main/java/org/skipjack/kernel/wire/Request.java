package org.skipjack.kernel.wire;

import com.google.gson.JsonObject;

/**
 * A message that a client sent, and the way back to it.
 *
 * @param message what it sent
 * @param channel where it came in
 */
public record Request(Message message, RouterChannel channel) {

  /** Such as {@code execute_request}. */
  public String type() {
    return message.type();
  }

  /** What is asked. */
  public JsonObject content() {
    return message.content();
  }

  /** Answers; may be called on any thread. */
  public void reply(String type, JsonObject content) {
    channel.send(message.identities(), type, message.header(), content);
  }
}
