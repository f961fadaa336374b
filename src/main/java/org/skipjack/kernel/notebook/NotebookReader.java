package org.skipjack.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skipjack.io.PythonJson;

/** Reads notebooks of nbformat 4, and scripts. */
public final class NotebookReader {
  private static final int FORMAT = 4;
  private static final String SCRIPT = ".jsh";
  private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  private final String name;

  private NotebookReader(Path file) {
    name = file.toString();
  }

  /**
   * Reads a file: a script if it ends in {@code .jsh}, a notebook otherwise.
   *
   * @throws NotebookException if it cannot be read, is none, or belongs to another kernel
   */
  public static Notebook read(Path file) {
    NotebookReader reader = new NotebookReader(file);
    String text = reader.text(file);
    return isScript(file) ? Script.notebook(text, reader.name) : reader.notebook(reader.json(text));
  }

  /**
   * Reads a file of code: a notebook if it ends in {@code .ipynb}, a script otherwise.
   *
   * @throws NotebookException if it cannot be read
   */
  static Notebook readCode(Path file) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".ipynb")) {
      return read(file);
    }
    NotebookReader reader = new NotebookReader(file);
    return Script.notebook(reader.text(file), reader.name);
  }

  /** Whether a file is read as a script. */
  public static boolean isScript(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(SCRIPT);
  }

  private String text(Path file) {
    if (Files.isDirectory(file)) {
      throw refused("is a folder, and a notebook was expected", "name a file in it: FILE.ipynb");
    }
    if (!Files.exists(file)) {
      throw refused("is not there", "check the name; " + neighbors(file));
    }
    try {
      return Files.readString(file).replaceFirst("^\uFEFF", "");
    } catch (MalformedInputException e) {
      throw refused(
          "is not text in UTF-8", "name a notebook, FILE.ipynb, or a script, FILE" + SCRIPT);
    } catch (IOException e) {
      throw refused("cannot be read: " + e.getMessage(), "check its permissions");
    }
  }

  private static String neighbors(Path file) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
    try (var files = Files.list(folder)) {
      List<String> names =
          files
              .map(path -> path.getFileName().toString())
              .filter(one -> one.endsWith(".ipynb") || one.endsWith(SCRIPT))
              .sorted()
              .limit(5)
              .toList();
      return names.isEmpty()
          ? "there is no notebook in " + folder
          : "in its folder there are " + String.join(", ", names);
    } catch (IOException e) {
      return "there is no folder " + folder;
    }
  }

  private JsonObject json(String text) {
    if (text.isBlank()) {
      throw refused("is empty", "name a notebook, FILE.ipynb");
    }
    try {
      JsonElement json = PythonJson.read(text);
      if (json instanceof JsonObject object) {
        return object;
      }
      throw refused(
          "is JSON, but no notebook: got %s, expected an object".formatted(kind(json)),
          "name a notebook, FILE.ipynb");
    } catch (JsonParseException | IOException e) {
      throw notJson(place(e));
    }
  }

  private NotebookException notJson(String where) {
    return refused(
        "is not JSON (%s), and a notebook is".formatted(where),
        "open it in an editor and mend that place, or take it from its history; a script ends in "
            + SCRIPT);
  }

  private static String place(Exception e) {
    Throwable cause = e.getCause() instanceof MalformedJsonException inner ? inner : e;
    Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
    return place.find()
        ? "line %s, column %s".formatted(place.group(1), place.group(2))
        : "it ends in the middle";
  }

  private Notebook notebook(JsonObject json) {
    checkFormat(json);
    JsonObject metadata =
        json.get("metadata") instanceof JsonObject object ? object : new JsonObject();
    checkLanguage(metadata);
    if (!(json.get("cells") instanceof JsonArray array)) {
      throw refused("has no list of cells", "save it again in Jupyter");
    }
    List<NotebookCell> cells = new ArrayList<>();
    for (JsonElement cell : array) {
      cells.add(cell(cell, cells.size() + 1));
    }
    return new Notebook(cells, metadata);
  }

  private void checkFormat(JsonObject json) {
    if (!(json.get("nbformat") instanceof JsonPrimitive format) || !format.isNumber()) {
      throw refused(
          "is JSON, but no notebook: got %s, expected nbformat, metadata and cells"
              .formatted(
                  json.isEmpty() ? "nothing" : String.join(", ", json.keySet().stream().toList())),
          "name a notebook, FILE.ipynb");
    }
    int version = format.getAsInt();
    if (version != FORMAT) {
      throw refused(
          String.format(Locale.ROOT, "is of nbformat %d, and %d is read here", version, FORMAT),
          version < FORMAT
              ? "jupyter nbconvert --to notebook --nbformat=4 " + name
              : "save it as nbformat 4 in the program that made it");
    }
  }

  /** A notebook that does not say what it is written in is taken for one of ours. */
  private void checkLanguage(JsonObject metadata) {
    String language =
        member(metadata, "kernelspec", "language")
            .or(() -> member(metadata, "language_info", "name"))
            .orElse("java");
    if (!language.equalsIgnoreCase("java")) {
      throw refused(
          "is written in %s, for the kernel %s, and Java is run here"
              .formatted(language, member(metadata, "kernelspec", "display_name").orElse("of it")),
          "choose a Java kernel in Jupyter and save it, if it is Java; else jupyter nbconvert --execute "
              + name);
    }
  }

  private static Optional<String> member(JsonObject metadata, String object, String name) {
    return metadata.get(object) instanceof JsonObject inner
            && inner.get(name) instanceof JsonPrimitive text
        ? Optional.of(text.getAsString())
        : Optional.empty();
  }

  private NotebookCell cell(JsonElement json, int number) {
    if (!(json instanceof JsonObject cell)) {
      throw wrongCell(number, kind(json), "an object");
    }
    NotebookCell.Kind kind = kind(cell, number);
    JsonObject metadata =
        cell.get("metadata") instanceof JsonObject object ? object : new JsonObject();
    JsonObject attachments =
        cell.get("attachments") instanceof JsonObject object ? object : new JsonObject();
    String id = cell.get("id") instanceof JsonPrimitive text ? text.getAsString() : "";
    return new NotebookCell(
        kind,
        ID.matcher(id).matches() ? id : "",
        lines(cell.get("source"), number),
        metadata,
        attachments,
        result(cell));
  }

  private NotebookCell.Kind kind(JsonObject cell, int number) {
    String type = cell.get("cell_type") instanceof JsonPrimitive text ? text.getAsString() : "";
    return switch (type) {
      case "code" -> NotebookCell.Kind.CODE;
      case "markdown" -> NotebookCell.Kind.MARKDOWN;
      case "raw" -> NotebookCell.Kind.RAW;
      default ->
          throw wrongCell(
              number, "cell_type \"" + type + "\"", "one of \"code\", \"markdown\" and \"raw\"");
    };
  }

  /** Text as one string, or as a list of lines. */
  private String lines(@Nullable JsonElement source, int number) {
    if (source instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    if (source instanceof JsonArray array
        && array.asList().stream()
            .allMatch(line -> line instanceof JsonPrimitive text && text.isString())) {
      StringBuilder joined = new StringBuilder();
      array.forEach(line -> joined.append(line.getAsString()));
      return joined.toString();
    }
    throw wrongCell(number, "source " + kind(source), "a text, or a list of lines");
  }

  private static NotebookCell.Result result(JsonObject cell) {
    List<JsonObject> outputs = new ArrayList<>();
    if (cell.get("outputs") instanceof JsonArray array) {
      array.forEach(
          output -> {
            if (output instanceof JsonObject object) {
              outputs.add(object);
            }
          });
    }
    Integer count =
        cell.get("execution_count") instanceof JsonPrimitive number && number.isNumber()
            ? (Integer) number.getAsInt()
            : null;
    return new NotebookCell.Result(count, outputs);
  }

  private NotebookException wrongCell(int number, String got, String expected) {
    return refused(
        String.format(
            Locale.ROOT, "cannot be read: cell %d: got %s, expected %s", number, got, expected),
        "mend that cell, or delete it and save the notebook again in Jupyter");
  }

  private NotebookException refused(String what, String fix) {
    return new NotebookException("%s %s.".formatted(name, what), fix);
  }

  private static String kind(@Nullable JsonElement json) {
    if (json == null) {
      return "nothing";
    }
    return json.isJsonArray()
        ? "a list"
        : json.isJsonObject() ? "an object" : json.isJsonNull() ? "null" : json.toString();
  }
}
