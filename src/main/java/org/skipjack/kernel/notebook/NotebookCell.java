package org.skipjack.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a notebook.
 *
 * @param kind what it holds
 * @param id its name in the file, unique there
 * @param source its text
 * @param metadata what else is known of it
 * @param attachments pictures that its Markdown shows, by their names
 * @param result what came of running it
 */
public record NotebookCell(
    Kind kind,
    String id,
    String source,
    JsonObject metadata,
    JsonObject attachments,
    Result result) {

  /** What a cell holds. */
  public enum Kind {
    /** Code to run. */
    CODE,
    /** Text. */
    MARKDOWN,
    /** Something for a program other than this. */
    RAW
  }

  /**
   * What came of a code cell.
   *
   * @param count the cell was the how manieth to run; null if it has not
   * @param outputs what it printed and showed, as a notebook file has it
   */
  public record Result(@Nullable Integer count, List<JsonObject> outputs) {
    /** Of a cell that has not run. */
    public static final Result NONE = new Result(null, List.of());

    /** Copies the list. */
    public Result {
      outputs = List.copyOf(outputs);
    }
  }

  /** A cell that has not run. */
  static NotebookCell of(Kind kind, String id, String source, String... tags) {
    JsonObject metadata = new JsonObject();
    if (tags.length > 0) {
      JsonArray array = new JsonArray();
      List.of(tags).forEach(array::add);
      metadata.add("tags", array);
    }
    return new NotebookCell(kind, id, source, metadata, new JsonObject(), Result.NONE);
  }

  /** The cell's tags. */
  public List<String> tags() {
    List<String> tags = new ArrayList<>();
    if (metadata.get("tags") instanceof JsonArray array) {
      for (JsonElement tag : array) {
        if (tag instanceof JsonPrimitive text) {
          tags.add(text.getAsString());
        }
      }
    }
    return tags;
  }

  /** Whether the cell has a tag. */
  public boolean tagged(String tag) {
    return tags().contains(tag);
  }

  /** Whether there is something to run in it. */
  boolean runs() {
    return kind == Kind.CODE && !source.isBlank() && !tagged("skip-execution");
  }

  /** The same cell with another result. */
  NotebookCell with(Result changed) {
    return new NotebookCell(kind, id, source, metadata, attachments, changed);
  }

  /** The same cell, with something more known of it. */
  NotebookCell with(String name, JsonElement known) {
    JsonObject more = metadata.deepCopy();
    more.add(name, known);
    return new NotebookCell(kind, id, source, more, attachments, result);
  }
}
