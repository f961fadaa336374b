package org.skipjack.net.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skipjack.net.LayerRegistry;
import org.skipjack.net.Net;

/**
 * Writes nets as JSON and reads them: what is read equals what was written.
 *
 * <pre>{@code
 * {
 *   "format": "skipjack-net",
 *   "version": 3,
 *   "net": "net().conv(16).batchNorm().relu().globalAvgPool().dense(10)"
 * }
 * }</pre>
 */
public final class NetJson {
  /** What the member {@code format} says. */
  public static final String FORMAT = "skipjack-net";

  /** The version that is written, and the one that is read. */
  public static final int VERSION = 3;

  private static final List<String> MEMBERS = List.of("format", "version", "net");
  private static final int LONGEST_SHOWN = 40;
  private static final String EXAMPLE =
      "{\"format\": \"skipjack-net\", \"version\": 3, \"net\": \"net().relu()\"}";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private NetJson() {}

  /** A net as JSON, indented, with a new line at its end. */
  public static String write(Net net) {
    JsonObject document = new JsonObject();
    document.addProperty("format", FORMAT);
    document.addProperty("version", VERSION);
    document.addProperty("net", net.toString());
    return GSON.toJson(document) + "\n";
  }

  /**
   * The net of some JSON.
   *
   * @throws IllegalArgumentException if it is not in this form, or of another version: the message
   *     says where and what to write instead
   */
  public static Net read(String json) {
    try {
      Map<String, JsonElement> members = members(json);
      requireFormat(text(members, "format"));
      requireVersion(member(members, "version"));
      for (String name : members.keySet()) {
        if (!MEMBERS.contains(name)) {
          throw wrong(
              name,
              "nothing of that name is known here" + LayerRegistry.didYouMean(name, MEMBERS),
              "one of " + String.join(", ", MEMBERS));
        }
      }
      return net(text(members, "net"));
    } catch (IOException | JsonParseException e) {
      throw new IllegalArgumentException(
          "this is no JSON: %s%nFix: start from what `skipjack summary NET --write net.json` writes"
              .formatted(where(e)),
          e);
    }
  }

  /** Each name once: of two, Gson alone would take the last. */
  private static Map<String, JsonElement> members(String json) throws IOException {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      Map<String, JsonElement> members = new LinkedHashMap<>();
      if (reader.peek() != JsonToken.BEGIN_OBJECT) {
        throw wrong("", "it is %s, expected an object".formatted(shown(value(reader))), EXAMPLE);
      }
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        if (members.putIfAbsent(name, value(reader)) != null) {
          throw wrong(name, "\"%s\" is there twice".formatted(name), "keep one of them");
        }
      }
      reader.endObject();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IOException("something follows its end");
      }
      return members;
    }
  }

  private static JsonElement value(JsonReader reader) {
    return JsonParser.parseReader(reader);
  }

  private static void requireFormat(String format) {
    if (!format.equals(FORMAT)) {
      throw wrong(
          "format",
          "it is \"%s\", expected \"%s\"".formatted(format, FORMAT),
          "\"format\": \"%s\"".formatted(FORMAT));
    }
  }

  private static void requireVersion(JsonElement version) {
    if (!(version instanceof JsonPrimitive number) || !number.isNumber()) {
      throw wrong(
          "version", "it is %s, expected a number".formatted(shown(version)), "\"version\": 3");
    }
    double read = number.getAsDouble();
    if (read != VERSION) {
      throw wrong(
          "version",
          "it is %s, and this Skipjack reads %s".formatted(number, VERSION),
          read > VERSION
              ? "read it with the newer Skipjack that wrote it, and give its text form"
              : "write it anew, summary NET --write FILE.json: the net is one text now");
    }
  }

  private static Net net(String text) {
    try {
      return Net.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(at("net") + e.getMessage(), e);
    }
  }

  private static String text(Map<String, JsonElement> members, String name) {
    JsonElement value = member(members, name);
    if (!(value instanceof JsonPrimitive text) || !text.isString()) {
      throw wrong(
          name,
          "it is %s, expected a text".formatted(shown(value)),
          "\"%s\": \"…\"".formatted(name));
    }
    return text.getAsString();
  }

  private static JsonElement member(Map<String, JsonElement> members, String name) {
    JsonElement value = members.get(name);
    if (value == null) {
      throw wrong("", "\"%s\" is missing".formatted(name), "give it " + String.join(", ", MEMBERS));
    }
    return value;
  }

  private static String shown(JsonElement value) {
    String text = value.toString();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
  }

  private static String at(String member) {
    return "in the JSON of a net, at %s: ".formatted(member.isEmpty() ? "the top" : member);
  }

  private static IllegalArgumentException wrong(String member, String what, String fix) {
    return new IllegalArgumentException(
        "%s%s%s%nFix: %s".formatted(at(member), what, what.endsWith("?") ? "" : ".", fix));
  }

  /** What the reader says, without its advice to programmers. */
  private static String where(Exception malformed) {
    Throwable cause = malformed.getCause() instanceof IOException inner ? inner : malformed;
    String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return first
        .replaceFirst("Use JsonReader\\S* to accept malformed JSON", "something else is expected")
        .replaceFirst(" path \\$.*", ".");
  }
}
