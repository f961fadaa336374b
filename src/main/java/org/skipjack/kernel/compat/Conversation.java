package org.skipjack.kernel.compat;

import com.google.gson.JsonObject;
import java.util.List;

/** Takes what comms say to the page. */
@FunctionalInterface
public interface Conversation {

  /** Nobody listens. */
  Conversation NONE = (type, content, buffers) -> {};

  /**
   * Publishes a message.
   *
   * @param type such as {@code comm_msg}
   * @param buffers bytes that go beside the content
   */
  void say(String type, JsonObject content, List<byte[]> buffers);
}
