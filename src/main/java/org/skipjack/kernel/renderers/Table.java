package org.skipjack.kernel.renderers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.skipjack.io.Markup;

/**
 * A table of text: names at the left, figures at the right.
 *
 * @param rows the first is the head
 */
record Table(List<List<String>> rows) {

  /** A table of a head and nothing else yet. */
  static Table of(String... head) {
    return new Table(List.of(List.of(head)));
  }

  /** The same table with one row more. */
  Table with(Object... cells) {
    List<List<String>> more = new ArrayList<>(rows);
    more.add(List.of(cells).stream().map(String::valueOf).toList());
    return new Table(List.copyOf(more));
  }

  /** Columns of text. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String pad = " ".repeat(width(column) - row.get(column).length());
        line.append(column == 0 ? row.get(0) + pad : "  " + pad + row.get(column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  /** An HTML table in the colors of the page. */
  String html() {
    return "<table style=\"font-variant-numeric:tabular-nums\"><thead>%s</thead>\n<tbody>%s</tbody></table>\n"
        .formatted(
            row("th", rows.get(0)),
            rows.stream().skip(1).map(row -> row("td", row)).collect(Collectors.joining("\n")));
  }

  private static String row(String tag, List<String> cells) {
    StringBuilder html = new StringBuilder("<tr>");
    for (int column = 0; column < cells.size(); column++) {
      html.append(
          "<%s style=\"text-align:%s\">%s</%s>"
              .formatted(
                  tag, column == 0 ? "left" : "right", Markup.escaped(cells.get(column)), tag));
    }
    return html.append("</tr>").toString();
  }

  /** Lines of text under or over a table. */
  static String lines(List<String> lines) {
    return lines.stream()
        .map(line -> "<p style=\"max-width:50em\">" + Markup.escaped(line) + "</p>\n")
        .collect(Collectors.joining());
  }

  /** Text whose columns and lines matter. */
  static String preformatted(String text) {
    return "<pre>" + Markup.escaped(text) + "</pre>\n";
  }

  /** A share in per cent with one decimal. */
  static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
