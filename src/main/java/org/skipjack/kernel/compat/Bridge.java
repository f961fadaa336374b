package org.skipjack.kernel.compat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.skipjack.kernel.display.Rendering;

/** JJava's form of a shown value, and ours. */
final class Bridge {
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private Bridge() {}

  static Rendering rendering(DisplayData data) {
    JsonObject json = GSON.toJsonTree(data).getAsJsonObject();
    return new Rendering(entries(json, "data"), entries(json, "metadata"));
  }

  static DisplayData displayData(Rendering rendering) {
    DisplayData data = new DisplayData();
    rendering
        .data()
        .forEach(
            (type, form) -> data.putData(type, form.isJsonPrimitive() ? form.getAsString() : form));
    rendering.metadata().forEach(data::putMetaData);
    return data;
  }

  /** What {@code updateDisplay} calls it, if it has a name. */
  static Optional<String> displayId(DisplayData data) {
    return data.hasDisplayId() ? Optional.of(data.getDisplayId()) : Optional.empty();
  }

  /** Any of JJava's contents as it goes into a message. */
  static JsonObject content(Object content) {
    return GSON.toJsonTree(content).getAsJsonObject();
  }

  /** One form only, as {@code render(value, "text/html")} asks for it. */
  static Rendering only(Rendering rendering, String... types) {
    Rendering chosen = new Rendering(Map.of(), Map.of());
    for (String type : types) {
      JsonElement form = rendering.data().get(type);
      if (form != null) {
        chosen = chosen.with(type, form);
      }
    }
    return chosen;
  }

  static MIMEType mime(String type) {
    String[] parts = type.split("/", 2);
    return switch (type) {
      case Rendering.HTML -> MIMEType.TEXT_HTML;
      case Rendering.PNG -> MIMEType.IMAGE_PNG;
      case Rendering.PLAIN -> MIMEType.TEXT_PLAIN;
      default -> new MIMEType(parts[0], null, parts[1], null);
    };
  }

  private static Map<String, JsonElement> entries(JsonObject json, String name) {
    JsonElement entries = json.get(name);
    return entries == null || !entries.isJsonObject()
        ? Map.of()
        : entries.getAsJsonObject().asMap();
  }
}
