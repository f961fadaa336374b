package org.skipjack.kernel.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.skipjack.io.Markup;

/** An output as a notebook file has it, as HTML. */
final class OutputHtml {
  /** The forms that a page can show, the richest first. */
  private static final List<String> FORMS =
      List.of(
          "text/html",
          "image/svg+xml",
          "image/png",
          "image/jpeg",
          "image/gif",
          "text/markdown",
          "text/latex",
          "text/plain");

  private final EmbeddedPictures embeddedPictures;

  OutputHtml(EmbeddedPictures embeddedPictures) {
    this.embeddedPictures = embeddedPictures;
  }

  String of(JsonObject output) {
    String type = text(output.get("output_type"));
    return switch (type) {
      case "stream" ->
          pre(
              text(output.get("name")).equals("stderr") ? "stream stderr" : "stream",
              AnsiHtml.of(text(output.get("text"))));
      case "error" -> pre("error", AnsiHtml.of(traceback(output)));
      default -> output.get("data") instanceof JsonObject data ? data(data, output) : "";
    };
  }

  private String data(JsonObject data, JsonObject output) {
    for (String form : FORMS) {
      if (data.has(form)) {
        return "<div class=\"shown\">%s</div>\n".formatted(form(form, data, output));
      }
    }
    return "";
  }

  private String form(String form, JsonObject data, JsonObject output) {
    String content = text(data.get(form));
    return switch (form) {
      case "text/html", "image/svg+xml" -> content;
      case "text/markdown" -> MarkdownHtml.of(content, embeddedPictures);
      case "text/latex" ->
          FormulaHtml.html(content.strip().replaceAll("^\\$+|\\$+$", "").strip(), true);
      case "text/plain" -> pre("value", AnsiHtml.of(content));
      default ->
          "<img src=\"%s\"%s alt=\"%s\">"
              .formatted(
                  EmbeddedPictures.data(form, content),
                  size(form, output),
                  Markup.escaped(text(data.get("text/plain"))));
    };
  }

  /** The size on the page, which may be less than the picture's. */
  private static String size(String form, JsonObject output) {
    if (output.get("metadata") instanceof JsonObject metadata
        && metadata.get(form) instanceof JsonObject size
        && size.get("width") instanceof JsonPrimitive width
        && size.get("height") instanceof JsonPrimitive height) {
      return " width=\"%s\" height=\"%s\""
          .formatted(Markup.escaped(width.getAsString()), Markup.escaped(height.getAsString()));
    }
    return "";
  }

  private static String traceback(JsonObject output) {
    String lines =
        output.get("traceback") instanceof JsonArray array
            ? StreamSupport.stream(array.spliterator(), false)
                .map(OutputHtml::text)
                .collect(Collectors.joining("\n"))
            : "";
    return lines.isBlank() ? text(output.get("ename")) + ": " + text(output.get("evalue")) : lines;
  }

  private static String pre(String style, String content) {
    return "<pre class=\"%s\">%s</pre>\n".formatted(style, content);
  }

  /** Text as one string, or as a list of lines. */
  private static String text(@Nullable JsonElement element) {
    if (element instanceof JsonArray lines) {
      StringBuilder joined = new StringBuilder();
      lines.forEach(line -> joined.append(text(line)));
      return joined.toString();
    }
    return element instanceof JsonPrimitive text ? text.getAsString() : "";
  }
}
