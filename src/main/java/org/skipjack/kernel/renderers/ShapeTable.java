package org.skipjack.kernel.renderers;

import java.util.List;
import org.skipjack.graph.ShapeException;
import org.skipjack.io.Markup;

/** Two shapes one under the other, a column an axis; those that differ stand out. */
final class ShapeTable {
  private static final String DIFFERS = ";background:rgba(214,69,65,.25);font-weight:bold";

  private ShapeTable() {}

  static String html(ShapeException exception) {
    List<String> got = axes(exception.actual());
    List<String> expected = axes(exception.expected());
    return "<table style=\"font-variant-numeric:tabular-nums\"><tbody>%s%s</tbody></table>\n"
        .formatted(row("got", got, expected), row("expected", expected, got));
  }

  private static List<String> axes(String shape) {
    return List.of(shape.replaceAll("^\\[|]$", "").split(",\\s*", -1));
  }

  private static String row(String title, List<String> axes, List<String> others) {
    StringBuilder row = new StringBuilder("<tr><th style=\"text-align:left\">" + title + "</th>");
    for (int axis = 0; axis < axes.size(); axis++) {
      String size = axes.get(axis);
      boolean same = axes.size() == others.size() && size.equals(others.get(axis));
      row.append(
          "<td style=\"text-align:right%s\">%s</td>"
              .formatted(same ? "" : DIFFERS, Markup.escaped(size)));
    }
    return row.append("</tr>").toString();
  }
}
