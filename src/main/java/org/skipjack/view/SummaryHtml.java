package org.skipjack.view;

import java.util.Locale;
import org.skipjack.io.Markup;
import org.skipjack.net.NetNote;

/** A summary as a table of HTML, with a bar behind each share. */
final class SummaryHtml {
  /** Colors are half transparent, or those of the text around: they read on white and black. */
  private static final String STYLE =
      """
      <style>
      .skipjack-summary{font:13px/1.45 system-ui,sans-serif;overflow-x:auto}
      .skipjack-summary table{border-collapse:collapse;font-variant-numeric:tabular-nums;color:inherit}
      .skipjack-summary th,.skipjack-summary td{padding:1px 10px;text-align:right;white-space:nowrap;border:0;background:none}
      .skipjack-summary th:first-child,.skipjack-summary td:first-child,.skipjack-summary th:nth-child(2),.skipjack-summary td:nth-child(2){text-align:left}
      .skipjack-summary thead th{border-bottom:1px solid rgba(128,128,128,.6);font-weight:600}
      .skipjack-summary tfoot td{border-top:1px solid rgba(128,128,128,.6);font-weight:600}
      .skipjack-summary tr.group td{font-weight:600;background-color:rgba(128,128,128,.10)}
      .skipjack-summary .what{opacity:.7;font-weight:400}
      .skipjack-summary .bar{min-width:64px;background:linear-gradient(rgba(46,126,214,.38),rgba(46,126,214,.38)) no-repeat 0 50%/var(--share) 72%}
      .skipjack-summary .note{max-width:62em;margin:8px 0 0;padding:4px 10px;border-left:3px solid rgba(214,140,20,.9);background:rgba(214,140,20,.12)}
      .skipjack-summary code{background:none;color:inherit}
      </style>
      """;

  private SummaryHtml() {}

  static String of(Summary summary) {
    StringBuilder html = new StringBuilder("<div class=\"skipjack-summary\">\n").append(STYLE);
    html.append("<table><thead><tr><th>layer</th><th>output</th><th>parameters</th><th>share</th>")
        .append("<th>MACs</th><th>share</th><th>receptive field</th></tr></thead>\n<tbody>\n");
    summary.rows().forEach(row -> html.append(row(row, summary)));
    html.append("</tbody>\n<tfoot><tr><td>in all</td><td></td><td>")
        .append(Numbers.grouped(summary.parameters()))
        .append("</td><td></td><td>")
        .append(Numbers.grouped(summary.macs()))
        .append("</td><td></td><td></td></tr></tfoot></table>\n");
    summary.notes().forEach(netNote -> html.append(noted(netNote)));
    return html.append("</div>\n").toString();
  }

  private static String row(Summary.Row row, Summary summary) {
    return String.format(
        Locale.ROOT,
        "<tr%s><td style=\"padding-left:%dpx\">%s</td><td>%s</td><td>%s</td>%s<td>%s</td>%s<td>%s</td></tr>\n",
        row.group() ? " class=\"group\"" : "",
        10 + 16 * row.depth(),
        label(row.label()),
        row.output(),
        Numbers.unlessZero(row.parameters()),
        share(row.parameters(), summary.parameters()),
        Numbers.unlessZero(row.macs()),
        share(row.macs(), summary.macs()),
        row.field());
  }

  /** The name, and paler what sets the layer apart. */
  private static String label(String label) {
    int gap = label.indexOf("  ");
    return gap < 0
        ? Markup.escaped(label)
        : Markup.escaped(label.substring(0, gap))
            + " <span class=\"what\">"
            + Markup.escaped(label.substring(gap + 2))
            + "</span>";
  }

  private static String share(long part, long whole) {
    return part == 0
        ? "<td></td>"
        : String.format(
            Locale.ROOT,
            "<td class=\"bar\" style=\"--share:%.1f%%\">%s</td>",
            100.0 * part / whole,
            Numbers.share(part, whole));
  }

  private static String noted(NetNote netNote) {
    return "<p class=\"note\"><b>%s</b>, %s: %s <i>%s</i> To leave this out: <code>silence(\"%s\")</code></p>\n"
        .formatted(
            netNote.kind().word(),
            Markup.escaped(Numbers.places(netNote.paths())),
            Markup.escaped(netNote.kind().finding()),
            Markup.escaped(netNote.kind().source()) + ".",
            netNote.kind().word());
  }
}
