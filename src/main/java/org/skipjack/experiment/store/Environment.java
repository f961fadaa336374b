package org.skipjack.experiment.store;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.skipjack.tribuo.Provenance;

/**
 * The software and hardware of a run: it should not matter, and sometimes does.
 *
 * @param versions of Skipjack, its code and its libraries, by name
 * @param machine what is known of the machine, by name
 */
public record Environment(Map<String, String> versions, Map<String, String> machine) {
  /** Copies the maps, keeping their order. */
  public Environment {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
  }

  /** This one. */
  public static Environment here() {
    JsonObject record = new JsonObject();
    record.add("provenance", new Gson().toJsonTree(Provenance.here()));
    return of(record);
  }

  /** That of a {@code run.json}; empty where it says nothing. */
  static Environment of(JsonObject record) {
    JsonElement provenance = record.get("provenance");
    JsonObject facts =
        provenance != null && provenance.isJsonObject()
            ? provenance.getAsJsonObject()
            : new JsonObject();
    return new Environment(texts(facts, "versions"), texts(facts, "machine"));
  }

  private static Map<String, String> texts(JsonObject facts, String section) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (facts.has(section) && facts.get(section).isJsonObject()) {
      facts
          .getAsJsonObject(section)
          .asMap()
          .forEach((key, value) -> texts.put(key, value.getAsString()));
    }
    return texts;
  }
}
