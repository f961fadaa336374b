package org.skipjack.kernel.notebook;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.skipjack.io.AtomicFile;
import org.skipjack.io.PythonJson;

/** Writes notebooks of nbformat 4.5, as Jupyter does: sorted, and text in lines. */
public final class NotebookWriter {
  private static final Gson GSON =
      PythonJson.writer().setFormattingStyle(FormattingStyle.PRETTY.withIndent(" ")).create();

  /** Forms that are text though their type does not begin with {@code text/}. */
  private static final Set<String> TEXTS = Set.of("application/javascript", "image/svg+xml");

  private NotebookWriter() {}

  /**
   * Writes a file.
   *
   * @throws org.skipjack.io.OutputException if it cannot be written; an old one is then as it was
   */
  public static void write(Notebook notebook, Path file) {
    AtomicFile.write(file, text(notebook));
  }

  /** The text of the file. */
  public static String text(Notebook notebook) {
    JsonObject json = new JsonObject();
    json.addProperty("nbformat", 4);
    json.addProperty("nbformat_minor", 5);
    json.add("metadata", notebook.metadata());
    JsonArray cells = new JsonArray();
    notebook.cells().forEach(cell -> cells.add(cell(cell)));
    json.add("cells", cells);
    return PythonJson.written(sorted(json), GSON) + "\n";
  }

  private static JsonObject cell(NotebookCell cell) {
    JsonObject json = new JsonObject();
    json.addProperty("id", cell.id());
    json.add("metadata", cell.metadata());
    json.add("source", lines(cell.source()));
    if (cell.kind() != NotebookCell.Kind.CODE) {
      json.addProperty("cell_type", cell.kind() == NotebookCell.Kind.MARKDOWN ? "markdown" : "raw");
      if (!cell.attachments().isEmpty()) {
        json.add("attachments", cell.attachments());
      }
      return json;
    }
    json.addProperty("cell_type", "code");
    Integer count = cell.result().count();
    json.add("execution_count", count == null ? JsonNull.INSTANCE : new JsonPrimitive(count));
    JsonArray outputs = new JsonArray();
    cell.result().outputs().forEach(output -> outputs.add(output(output)));
    json.add("outputs", outputs);
    return json;
  }

  private static JsonObject output(JsonObject output) {
    JsonObject json = output.deepCopy();
    if (json.get("text") instanceof JsonPrimitive text) {
      json.add("text", lines(text.getAsString()));
    }
    if (json.get("data") instanceof JsonObject data) {
      for (String type : Set.copyOf(data.keySet())) {
        if ((type.startsWith("text/") || TEXTS.contains(type))
            && data.get(type) instanceof JsonPrimitive text) {
          data.add(type, lines(text.getAsString()));
        }
      }
    }
    return json;
  }

  /** The lines of a text, each with its end. */
  private static JsonArray lines(String text) {
    JsonArray lines = new JsonArray();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, next));
      at = next;
    }
    return lines;
  }

  private static JsonElement sorted(JsonElement json) {
    if (json instanceof JsonObject object) {
      Map<String, JsonElement> members = new TreeMap<>(object.asMap());
      JsonObject copy = new JsonObject();
      members.forEach((name, member) -> copy.add(name, sorted(member)));
      return copy;
    }
    if (json instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(element -> copy.add(sorted(element)));
      return copy;
    }
    return json;
  }
}
