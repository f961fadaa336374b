package org.skipjack.net.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skipjack.net.LayerRegistry;

/** The members of objects, each of the kind that is expected there. */
final class Members {
  private Members() {}

  static String join(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  static JsonObject object(JsonElement json, String at) {
    if (!json.isJsonObject()) {
      throw wrong(at, "an object", json, "{\"layer\": \"relu\"}");
    }
    return json.getAsJsonObject();
  }

  static List<JsonElement> list(JsonElement json, String at) {
    if (!json.isJsonArray()) {
      throw wrong(at, "a list", json, "[{\"layer\": \"relu\"}]");
    }
    return json.getAsJsonArray().asList();
  }

  static String text(JsonElement json, String at) {
    if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isString()) {
      throw wrong(at, "a text", json, "\"…\"");
    }
    return json.getAsString();
  }

  static boolean truth(JsonElement json, String at) {
    if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isBoolean()) {
      throw wrong(at, "true or false", json, "true");
    }
    return json.getAsBoolean();
  }

  static double number(JsonElement json, String at) {
    if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isNumber()) {
      throw wrong(at, "a number", json, "0.5");
    }
    return json.getAsDouble();
  }

  static int integer(JsonElement json, String at) {
    double number = number(json, at);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw wrong(at, "a whole number", json, "3");
    }
    return (int) number;
  }

  /** Throws if a member is missing; {@code like} says what is needed. */
  static void require(JsonObject json, String name, String at, List<String> like) {
    if (!json.has(name)) {
      throw new JsonErrors(at, "\"%s\" is missing".formatted(name))
          .fix("give it " + String.join(", ", like));
    }
  }

  /** Throws for a member that is not known here. */
  static void refuseUnknown(JsonObject json, Set<String> known, String at) {
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        throw new JsonErrors(
                join(at, name),
                "nothing of that name is known here"
                    + LayerRegistry.didYouMean(name, new ArrayList<>(known)))
            .fix("one of " + String.join(", ", known));
      }
    }
  }

  private static JsonErrors wrong(String at, String expected, JsonElement got, String like) {
    String text = got.toString();
    String shown = text.length() <= 40 ? text : text.substring(0, 39) + "…";
    String member = at.substring(at.lastIndexOf('.') + 1);
    return new JsonErrors(at, "it is %s, expected %s".formatted(shown, expected))
        .fix(
            at.isEmpty()
                ? "{\"format\": \"skipjack-net\", \"version\": 2, \"layers\": [" + like + "]}"
                : member.endsWith("]") ? like : "\"%s\": %s".formatted(member, like));
  }
}
