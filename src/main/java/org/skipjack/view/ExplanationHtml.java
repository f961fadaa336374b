package org.skipjack.view;

import org.skipjack.io.Markup;

/** An explanation as a table a section. */
final class ExplanationHtml {
  static final String START =
      """
      <div class="skipjack-explanation">
      <style>
      .skipjack-explanation{font:14px/1.6 system-ui,sans-serif;overflow-x:auto}
      .skipjack-explanation table{border-collapse:collapse;color:inherit;margin:0 0 10px}
      .skipjack-explanation caption{text-align:left;font-weight:600;padding:2px 0}
      .skipjack-explanation td{text-align:left;padding:0 18px 0 12px;border:0;background:none;vertical-align:baseline}
      .skipjack-explanation td.formula{font:15px/1.6 'STIX Two Math','Cambria Math','DejaVu Serif',serif;white-space:nowrap}
      .skipjack-explanation td.remark{opacity:.75}
      .skipjack-explanation td.words{max-width:60em}
      </style>
      """;

  private ExplanationHtml() {}

  static String of(Explanation.Section section) {
    StringBuilder html = new StringBuilder("<table><caption>");
    html.append(Markup.escaped(section.heading())).append("</caption>\n");
    for (Explanation.Line line : section.lines()) {
      html.append(
          line.isRemark()
              ? "<tr><td class=\"words\" colspan=\"2\">%s</td></tr>\n"
                  .formatted(Markup.escaped(line.text()))
              : "<tr><td class=\"formula\">%s</td><td class=\"remark\">%s</td></tr>\n"
                  .formatted(Markup.escaped(line.text()), Markup.escaped(line.remark())));
    }
    return html.append("</table>\n").toString();
  }
}
