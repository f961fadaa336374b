package org.skipjack.report;

import java.util.List;
import java.util.stream.Collectors;
import org.skipjack.io.Markup;

/** Pieces of HTML. */
final class HtmlFragments {
  private HtmlFragments() {}

  /** A table; the first column is text, the others are figures. */
  static String table(List<String> head, List<List<String>> rows) {
    return "<div class=\"table\"><table>\n<thead>"
        + row("th", head)
        + "</thead>\n<tbody>\n"
        + rows.stream().map(cells -> row("td", cells)).collect(Collectors.joining("\n"))
        + "\n</tbody>\n</table></div>\n";
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<%s>%s</%s>".formatted(tag, together(Markup.escaped(cell)), tag))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  /** No line may break between a figure and what belongs to it. */
  private static String together(String cell) {
    return cell.replace(" %", "\u00a0%").replace(" ± ", "\u00a0±\u00a0");
  }

  /** A list of sentences. */
  static String list(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> "<li>" + together(Markup.escaped(sentence)) + "</li>\n")
        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  /** Text as it is typed. */
  static String code(String text) {
    return "<pre>" + Markup.escaped(text) + "</pre>\n";
  }
}
