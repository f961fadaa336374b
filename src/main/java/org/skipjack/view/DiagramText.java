package org.skipjack.view;

import java.util.List;
import org.skipjack.view.DiagramLayout.Mark;

/** A diagram in characters: one column below the other, arcs at the right. */
final class DiagramText {
  private final StringBuilder text = new StringBuilder();
  private final int width;
  private int indent;
  private int arcs;

  private DiagramText(List<Mark> marks) {
    width = marks.stream().mapToInt(mark -> mark.text().length()).max().orElse(0) + 8;
  }

  static String of(Diagram diagram) {
    StringBuilder all = new StringBuilder();
    List<List<Mark>> drawings = diagram.drawings();
    for (int i = 0; i < drawings.size(); i++) {
      String title = diagram.columns().get(i).title();
      all.append(i > 0 ? "\n" : "").append(title.isEmpty() ? "" : title + "\n");
      DiagramText column = new DiagramText(drawings.get(i));
      drawings.get(i).forEach(column::draw);
      all.append(column.text);
    }
    return all.toString();
  }

  private void draw(Mark mark) {
    switch (mark.type()) {
      case BOX -> line("[ " + mark.text() + " ]", "");
      case PILL -> line(mark.text(), "");
      case FORK -> {
        arcs++;
        line("│", "╮");
      }
      case ADD -> {
        line("(+)", "╯" + (mark.text().isEmpty() ? "" : " " + mark.text()));
        arcs--;
      }
      case REPEAT, STAGE -> {
        line(mark.text().replace("\n", " "), "");
        indent += 2;
      }
      case END_REPEAT, END_STAGE -> indent -= 2;
    }
  }

  /** A line with the arcs that pass it; {@code end} takes the place of the innermost. */
  private void line(String what, String end) {
    String left = " ".repeat(indent) + what;
    int passing = end.isEmpty() ? arcs : arcs - 1;
    String right = "│".repeat(passing);
    String filling = end.isEmpty() ? " " : "─";
    int blank = Math.max(1, width - left.length() - 1);
    String line = left + " " + (arcs == 0 ? "" : filling.repeat(blank) + arcs(right, end));
    text.append(line.stripTrailing()).append('\n');
  }

  /** Inner arcs stand at the left of outer ones. */
  private static String arcs(String passing, String end) {
    return end.isEmpty() ? passing : end.substring(0, 1) + passing + end.substring(1);
  }
}
