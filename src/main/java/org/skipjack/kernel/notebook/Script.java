package org.skipjack.kernel.notebook;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A script as a notebook. A line that begins with {@code // %%} begins a cell, as in jupytext's
 * percent format: {@code // %% [markdown]} one of text in comments, {@code // %%
 * tags=["parameters"]} one with tags. A script without such lines is one cell.
 */
final class Script {
  private static final Pattern MARKER = Pattern.compile("// ?%%(.*)");
  private static final Pattern TAGS = Pattern.compile("\"?tags\"?\\s*[=:]\\s*\\[([^\\]]*)\\]");

  /** Commands of the jshell tool, which are no Java. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "/(exit|open|env|set|save|reload|reset|vars|list|imports|methods|types|history|edit|drop|help)\\b[^(;]*");

  private final List<NotebookCell> cells = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private String marker = "";

  private Script() {}

  /**
   * Reads a script.
   *
   * @param name the file's, for errors
   * @throws NotebookException if it has commands of the jshell tool other than {@code /exit}
   */
  static Notebook notebook(String text, String name) {
    Script script = new Script();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher command = COMMAND.matcher(line);
      if (command.matches() && command.group(1).equals("exit")) {
        break;
      }
      if (command.matches()) {
        throw new NotebookException(
            String.format(
                Locale.ROOT,
                "%s: line %d: /%s is a command of the jshell tool, and Java was expected.",
                name,
                number,
                command.group(1)),
            "delete the line; a script may use %classpath and %maven for libraries");
      }
      script.add(line);
    }
    script.endCell();
    return new Notebook(script.cells, new JsonObject());
  }

  private void add(String line) {
    Matcher begins = MARKER.matcher(line);
    if (begins.matches()) {
      endCell();
      marker = begins.group(1);
    } else {
      lines.add(line);
    }
  }

  private void endCell() {
    String source = lines.stream().collect(Collectors.joining("\n")).strip();
    lines.clear();
    if (source.isEmpty()) {
      return;
    }
    boolean text = marker.contains("[markdown]") || marker.contains("[md]");
    cells.add(
        NotebookCell.of(
            text ? NotebookCell.Kind.MARKDOWN : NotebookCell.Kind.CODE,
            "",
            text ? source.replaceAll("(?m)^// ?", "") : source,
            tags()));
  }

  private String[] tags() {
    Matcher tags = TAGS.matcher(marker);
    return tags.find()
        ? Pattern.compile("\"([^\"]+)\"")
            .matcher(tags.group(1))
            .results()
            .map(tag -> tag.group(1))
            .toArray(String[]::new)
        : new String[0];
  }
}
