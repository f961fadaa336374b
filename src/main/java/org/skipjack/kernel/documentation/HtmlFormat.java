package org.skipjack.kernel.documentation;

import java.util.Set;
import org.skipjack.io.Markup;

/**
 * Writes a comment as a piece of an HTML page. Whatever it says is text, but for these elements.
 */
final class HtmlFormat implements CommentFormat {
  private static final Set<String> ELEMENTS =
      Set.of(
          "b",
          "blockquote",
          "br",
          "caption",
          "code",
          "dd",
          "dl",
          "dt",
          "em",
          "h2",
          "h3",
          "h4",
          "i",
          "li",
          "ol",
          "p",
          "strong",
          "sub",
          "sup",
          "table",
          "tbody",
          "td",
          "th",
          "thead",
          "tr",
          "ul");

  private final StringBuilder html = new StringBuilder();

  @Override
  public void text(String words) {
    html.append(Markup.escaped(words));
  }

  @Override
  public void code(String code) {
    html.append("<code>").append(Markup.escaped(code)).append("</code>");
  }

  @Override
  public void preformatted(String lines) {
    html.append("<pre>").append(Markup.escaped(lines)).append("</pre>");
  }

  @Override
  public void open(String element) {
    if (ELEMENTS.contains(element)) {
      html.append('<').append(element).append('>');
    }
  }

  @Override
  public void close(String element) {
    if (ELEMENTS.contains(element)) {
      html.append("</").append(element).append('>');
    }
  }

  @Override
  public void term(String name) {
    html.append("<div style=\"margin-left: 2em\"><code>")
        .append(Markup.escaped(name))
        .append("</code> ");
  }

  @Override
  public void endTerm() {
    html.append("</div>");
  }

  @Override
  public void heading(String words) {
    html.append("<p><b>").append(Markup.escaped(words)).append("</b></p>");
  }

  @Override
  public String result() {
    return html.toString().strip();
  }
}
