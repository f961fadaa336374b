package org.skipjack.kernel.evaluation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.skipjack.kernel.source.Lines;

/** Where in the notebook each snippet stands. */
final class SourceMap {
  private final Map<String, Location> bySnippet = new ConcurrentHashMap<>();

  /**
   * Where a snippet stands.
   *
   * @param cell the name of its cell
   * @param firstLine the line of the cell in which it begins, from 1
   * @param source its text
   */
  record Location(String cell, int firstLine, String source) {

    /** A line of the snippet, from 1, as a line of its cell, with its text. */
    String describe(int line) {
      String text = Lines.text(source, line).strip();
      return String.format(
          Locale.ROOT,
          "%s line %d%s",
          cell,
          firstLine + line - 1,
          text.isEmpty() ? "" : ":  " + text);
    }
  }

  void put(String snippetId, Location location) {
    bySnippet.put(snippetId, location);
  }

  /** The place of a stack frame, if it is one of a cell; its file is {@code #} and the snippet. */
  Optional<Location> of(StackTraceElement frame) {
    String file = frame.getFileName();
    return file == null || !file.startsWith("#")
        ? Optional.empty()
        : Optional.ofNullable(bySnippet.get(file.substring(1)));
  }
}
