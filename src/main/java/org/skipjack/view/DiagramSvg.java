package org.skipjack.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skipjack.io.Markup;
import org.skipjack.view.DiagramLayout.Mark;

/** Draws a diagram as SVG: columns from left to right, rows of one path at one height. */
final class DiagramSvg {
  private static final String STYLE =
      """
      <style>
      .skipjack-diagram text{font:12px system-ui,'DejaVu Sans',sans-serif;fill:currentColor}
      .skipjack-diagram .title{font-weight:600;font-size:13px}
      .skipjack-diagram .small{font-size:11px;opacity:.78}
      .skipjack-diagram .line{stroke:currentColor;stroke-opacity:.45;fill:none}
      .skipjack-diagram .box{fill:rgb(46,126,214);fill-opacity:.20;stroke:rgb(46,126,214)}
      .skipjack-diagram .pill{fill:rgb(128,128,128);fill-opacity:.16;stroke:none}
      .skipjack-diagram .paper{stroke:none}
      .skipjack-diagram .frame{fill:none;stroke:currentColor;stroke-opacity:.5;stroke-dasharray:2 3}
      .skipjack-diagram .stage{fill:rgb(128,128,128);fill-opacity:.08;stroke:none}
      .skipjack-diagram .arc{fill:none;stroke:rgb(214,72,60);stroke-width:1.7}
      .skipjack-diagram .changed{stroke-dasharray:5 3}
      .skipjack-diagram .add{stroke:rgb(214,72,60);stroke-width:1.5;fill:rgb(214,72,60);fill-opacity:.16}
      .skipjack-diagram .tip{fill:rgb(214,72,60)}
      </style>
      """;
  private static final String PAPER =
      """
      <style>
      svg.skipjack-diagram{color:#1f2328}
      .skipjack-diagram .paper{fill:#fff}
      @media (prefers-color-scheme:dark){svg.skipjack-diagram{color:#e6edf3}.skipjack-diagram .paper{fill:#0d1117}}
      </style>
      """;
  private static final int MARGIN = 12;

  /** Columns whose marks stand in another order never agree. */
  private static final int MOST_PASSES = 20;

  private DiagramSvg() {}

  static String of(Diagram diagram, boolean onPaper) {
    List<List<Mark>> drawings = diagram.drawings();
    Map<String, Integer> heights = new HashMap<>();
    List<DiagramColumn> columns = columns(diagram, drawings, heights);
    // A mark moves down where another column has it lower, and those below it move along.
    for (int pass = 0; pass < MOST_PASSES && raise(heights, columns); pass++) {
      columns = columns(diagram, drawings, heights);
    }
    int x = columns.stream().mapToInt(DiagramColumn::right).max().orElse(0) + MARGIN;
    int height = columns.stream().mapToInt(DiagramColumn::bottom).max().orElse(0) + MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"skipjack-diagram\" role=\"img\""
                + " width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n<title>%s</title>\n",
            x,
            height,
            x,
            height,
            Markup.escaped(title(diagram))));
    svg.append(STYLE);
    if (onPaper) {
      svg.append(PAPER).append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
    }
    columns.forEach(column -> svg.append(column.svg()));
    return svg.append("</svg>\n").toString();
  }

  private static String title(Diagram diagram) {
    List<String> names = new ArrayList<>();
    for (Diagram.Column column : diagram.columns()) {
      String title = column.title().isEmpty() ? "" : column.title() + ": ";
      names.add(title + LayerCaptions.shortened(column.net(), 60));
    }
    return String.join("; ", names);
  }

  private static List<DiagramColumn> columns(
      Diagram diagram, List<List<Mark>> drawings, Map<String, Integer> heights) {
    List<DiagramColumn> columns = new ArrayList<>();
    int x = MARGIN;
    for (int i = 0; i < drawings.size(); i++) {
      String title = diagram.columns().get(i).title();
      DiagramColumn column = new DiagramColumn(x, title, drawings.get(i), heights);
      columns.add(column);
      x = column.right() + MARGIN;
    }
    return columns;
  }

  /** Raises the least heights of marks to where some column has them, and says whether any rose. */
  private static boolean raise(Map<String, Integer> heights, List<DiagramColumn> columns) {
    Map<String, Integer> before = new HashMap<>(heights);
    columns.forEach(
        column -> column.tops().forEach((key, top) -> heights.merge(key, top, Math::max)));
    return !before.equals(heights);
  }
}
