package org.skipjack.kernel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;

/** Contents of messages, entry by entry. */
final class MessageContent {
  private final JsonObject object = new JsonObject();

  private MessageContent() {}

  /** No entry yet. */
  static MessageContent object() {
    return new MessageContent();
  }

  /** A reply's first entry. */
  static MessageContent ok() {
    return object().with("status", "ok");
  }

  @CanIgnoreReturnValue
  MessageContent with(String name, String value) {
    object.addProperty(name, value);
    return this;
  }

  @CanIgnoreReturnValue
  MessageContent with(String name, Number value) {
    object.addProperty(name, value);
    return this;
  }

  @CanIgnoreReturnValue
  MessageContent with(String name, boolean value) {
    object.addProperty(name, value);
    return this;
  }

  @CanIgnoreReturnValue
  MessageContent with(String name, JsonElement value) {
    object.add(name, value);
    return this;
  }

  @CanIgnoreReturnValue
  MessageContent with(String name, Collection<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return with(name, array);
  }

  JsonObject build() {
    return object;
  }

  /** A string of an object, or a default where there is none. */
  static String text(JsonObject from, String name, String otherwise) {
    return from.get(name) instanceof JsonPrimitive value ? value.getAsString() : otherwise;
  }

  /** A truth value of an object, or a default where there is none. */
  static boolean flag(JsonObject from, String name, boolean otherwise) {
    return from.get(name) instanceof JsonPrimitive value ? value.getAsBoolean() : otherwise;
  }

  /** A number of an object, or a default where there is none. */
  static int number(JsonObject from, String name, int otherwise) {
    return from.get(name) instanceof JsonPrimitive value ? value.getAsInt() : otherwise;
  }
}
