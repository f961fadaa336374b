package org.skipjack.net.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;

/**
 * The text of JSON, read as its standard has it (RFC 8259), each name once in an object: of two
 * Gson alone would take the last.
 */
final class JsonText {
  private final JsonReader reader;

  private JsonText(JsonReader reader) {
    this.reader = reader;
  }

  /**
   * Reads the only value of a text.
   *
   * @throws IOException if the text is no JSON
   * @throws JsonErrors if an object has a name twice
   */
  static JsonElement read(String text) throws IOException {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = new JsonText(reader).element("");
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IOException("something follows its end");
      }
      return element;
    } catch (NumberFormatException e) {
      throw new IOException("a number is out of every range", e);
    }
  }

  private JsonElement element(String at) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(at);
      case BEGIN_ARRAY -> array(at);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      case NAME, END_ARRAY, END_OBJECT, END_DOCUMENT ->
          throw new IllegalStateException("no value begins with " + reader.peek());
    };
  }

  private JsonObject object(String at) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (object.has(name)) {
        throw new JsonErrors(Members.join(at, name), "\"%s\" is there twice".formatted(name))
            .fix("keep one of them");
      }
      object.add(name, element(Members.join(at, name)));
    }
    reader.endObject();
    return object;
  }

  private JsonArray array(String at) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(element(at + "[" + array.size() + "]"));
    }
    reader.endArray();
    return array;
  }
}
