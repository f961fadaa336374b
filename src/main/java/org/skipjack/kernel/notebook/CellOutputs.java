package org.skipjack.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.display.Output.Stream;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.evaluation.Failure;

/** What one cell printed and showed. Safe for use by many threads. */
final class CellOutputs {
  private final List<Entry> entries = new ArrayList<>();
  private boolean clearNext;

  /** One output. */
  private sealed interface Entry {
    JsonObject json();
  }

  /** Text that may go on. */
  private record Printed(Stream stream, StringBuilder text) implements Entry {
    @Override
    public JsonObject json() {
      JsonObject json = new JsonObject();
      json.addProperty("output_type", "stream");
      json.addProperty("name", stream.name().toLowerCase(Locale.ROOT));
      json.addProperty("text", text.toString());
      return json;
    }
  }

  /**
   * A value.
   *
   * @param name what {@code updateDisplay} calls it, or null
   */
  private record Shown(JsonObject json, @Nullable String name) implements Entry {}

  synchronized void print(Stream stream, String text) {
    clearIfAsked();
    if (!entries.isEmpty()
        && entries.get(entries.size() - 1) instanceof Printed last
        && last.stream() == stream) {
      StringBuilder unused = last.text().append(text);
    } else {
      entries.add(new Printed(stream, new StringBuilder(text)));
    }
  }

  synchronized void display(Rendering rendering, @Nullable String name) {
    clearIfAsked();
    entries.add(new Shown(json("display_data", rendering), name));
  }

  /** The value of the cell's last expression. */
  synchronized void result(Rendering rendering, int count) {
    clearIfAsked();
    JsonObject json = json("execute_result", rendering);
    json.addProperty("execution_count", count);
    entries.add(new Shown(json, null));
  }

  synchronized void failure(Failure failure) {
    JsonObject json = new JsonObject();
    json.addProperty("output_type", "error");
    json.addProperty("ename", failure.name());
    json.addProperty("evalue", failure.message());
    JsonArray traceback = new JsonArray();
    failure.traceback().forEach(traceback::add);
    json.add("traceback", traceback);
    entries.add(new Shown(json, null));
  }

  /** Puts another value where one of this name is shown. */
  synchronized void update(Rendering rendering, String name) {
    entries.replaceAll(
        entry ->
            entry instanceof Shown shown && name.equals(shown.name())
                ? new Shown(json("display_data", rendering), name)
                : entry);
  }

  synchronized void clear(boolean wait) {
    clearNext = wait;
    if (!wait) {
      entries.clear();
    }
  }

  /** As a notebook file has it. */
  synchronized List<JsonObject> list() {
    return entries.stream().map(Entry::json).toList();
  }

  private void clearIfAsked() {
    if (clearNext) {
      clearNext = false;
      entries.clear();
    }
  }

  private static JsonObject json(String type, Rendering rendering) {
    JsonObject json = rendering.toJson();
    json.addProperty("output_type", type);
    return json;
  }
}
