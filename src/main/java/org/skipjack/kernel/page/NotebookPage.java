package org.skipjack.kernel.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.skipjack.io.AtomicFile;
import org.skipjack.io.Markup;
import org.skipjack.io.PythonJson;
import org.skipjack.kernel.notebook.Notebook;
import org.skipjack.kernel.notebook.NotebookCell;

/**
 * A notebook as an HTML page.
 *
 * <p>A cell tagged {@code remove-input} is shown without its code, one tagged {@code remove-output}
 * without its outputs, one tagged {@code remove-cell} not at all. Raw cells are meant for other
 * programs.
 *
 * @param notebook what to show, with what came of its cells
 * @param folder where the pictures are that its Markdown names
 * @param name what the page is called if no heading says so
 */
public record NotebookPage(Notebook notebook, Path folder, String name) {

  /**
   * Writes the page.
   *
   * @throws org.skipjack.io.OutputException if it cannot be written; an old one is then as it was
   */
  public void write(Path file) {
    AtomicFile.write(file, html());
  }

  /** The page. */
  public String html() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Skipjack">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        %s</main>
        </body>
        </html>
        """
        .formatted(
            Markup.escaped(title()),
            style(),
            PythonJson.shown(
                notebook.cells().stream().map(this::cell).collect(Collectors.joining())));
  }

  private String title() {
    return notebook.cells().stream()
        .filter(cell -> cell.kind() == NotebookCell.Kind.MARKDOWN)
        .map(cell -> MarkdownHtml.title(cell.source()))
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse(name);
  }

  private static String style() {
    try (InputStream in = NotebookPage.class.getResourceAsStream("page.css")) {
      return new String(
          Objects.requireNonNull(in, "page.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String cell(NotebookCell cell) {
    Set<String> tags = Set.copyOf(cell.tags());
    EmbeddedPictures embeddedPictures = new EmbeddedPictures(folder, cell.attachments());
    if (tags.contains("remove-cell")) {
      return "";
    }
    return switch (cell.kind()) {
      case MARKDOWN ->
          "<section class=\"text\">\n%s</section>\n"
              .formatted(MarkdownHtml.of(cell.source(), embeddedPictures));
      case CODE -> code(cell, tags, new OutputHtml(embeddedPictures));
      case RAW -> "";
    };
  }

  private static String code(NotebookCell cell, Set<String> tags, OutputHtml outputHtml) {
    StringBuilder html = new StringBuilder("<section class=\"run\">\n");
    if (!tags.contains("remove-input") && !cell.source().isBlank()) {
      Integer count = cell.result().count();
      html.append(
          "<div class=\"count\" aria-hidden=\"true\">%s</div><pre class=\"code\">%s</pre>\n"
              .formatted(count == null ? "" : count, CodeHtml.of(cell.source())));
    }
    List<String> outputs =
        tags.contains("remove-output")
            ? List.of()
            : cell.result().outputs().stream().map(outputHtml::of).toList();
    if (!outputs.isEmpty()) {
      html.append("<div class=\"outputs\">\n").append(String.join("", outputs)).append("</div>\n");
    }
    return html.append("</section>\n").toString();
  }
}
