package org.skipjack.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * A message of the Jupyter protocol, version 5.
 *
 * @param identities who sent it, or who is to get it
 * @param header what it is; {@code msg_type}, {@code msg_id} and more
 * @param parent the header of the request that it belongs to, empty if there is none
 * @param metadata what some clients add
 * @param content what it says
 * @param buffers bytes that would be large in JSON
 */
public record Message(
    List<byte[]> identities,
    JsonObject header,
    JsonObject parent,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {

  /** Copies the lists. */
  public Message {
    identities = List.copyOf(identities);
    buffers = List.copyOf(buffers);
  }

  /** Such as {@code execute_request}. */
  public String type() {
    return text(header, "msg_type");
  }

  /** What tells this message from all others. */
  public String id() {
    return text(header, "msg_id");
  }

  /** The same message with bytes beside its content. */
  Message buffers(List<byte[]> changed) {
    return new Message(identities, header, parent, metadata, content, changed);
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }
}
