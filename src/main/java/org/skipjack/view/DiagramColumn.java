package org.skipjack.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skipjack.io.Markup;
import org.skipjack.view.DiagramLayout.Mark;

/** A column of a diagram, one net: the positions of its marks, and their SVG. */
final class DiagramColumn {
  private static final int BOX = 24;
  private static final int PILL = 18;
  private static final int ADD = 18;
  private static final int GAP = 8;
  private static final int FRAME = 7;
  private static final int ARC = 18;
  private static final int TITLE = 24;
  private static final int PADDING = 20;
  private static final double CHARACTER = 6.7;
  private static final double SMALL_CHARACTER = 6.3;

  private final int left;
  private final String title;
  private final List<Mark> marks;
  private final Map<String, Integer> heights;
  private final Map<String, Integer> tops = new LinkedHashMap<>();
  private final StringBuilder behind = new StringBuilder();
  private final StringBuilder front = new StringBuilder();
  private final int boxWidth;
  private final int gutter;
  private final int arcRoom;
  private final int levels;
  private final Deque<Integer> forks = new ArrayDeque<>();
  private final Deque<Integer> frames = new ArrayDeque<>();
  private final Deque<Mark> framed = new ArrayDeque<>();
  private int y;

  /** Where the mark above ends; nothing is above the first. */
  private int bottomOfLast = -1;

  /**
   * Places the marks.
   *
   * @param left the left edge
   * @param heights where marks must be at least, by {@link #tops} of all columns
   */
  DiagramColumn(int left, String title, List<Mark> marks, Map<String, Integer> heights) {
    this.left = left;
    this.title = title;
    this.marks = marks;
    this.heights = heights;
    this.boxWidth =
        2 * PADDING + (int) (CHARACTER * longest(DiagramLayout.Type.BOX, DiagramLayout.Type.PILL));
    this.gutter =
        12
            + (int)
                (SMALL_CHARACTER
                    * Math.max(
                        longest(DiagramLayout.Type.STAGE), longest(DiagramLayout.Type.REPEAT)));
    this.levels = depth(DiagramLayout.Type.FORK, DiagramLayout.Type.ADD);
    this.arcRoom =
        levels == 0
            ? 0
            : 10 + ARC * levels + (int) (SMALL_CHARACTER * longest(DiagramLayout.Type.ADD));
    this.y = title.isEmpty() ? 12 : 12 + TITLE;
    marks.forEach(this::place);
  }

  private int longest(DiagramLayout.Type... types) {
    List<DiagramLayout.Type> wanted = List.of(types);
    return marks.stream()
        .filter(mark -> wanted.contains(mark.type()))
        .flatMap(mark -> mark.text().lines())
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** How deep marks of two types nest at most. */
  private int depth(DiagramLayout.Type open, DiagramLayout.Type close) {
    int depth = 0;
    int deepest = 0;
    for (Mark mark : marks) {
      depth += mark.type() == open ? 1 : mark.type() == close ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  private int width() {
    return gutter
        + 2 * FRAME * depth(DiagramLayout.Type.REPEAT, DiagramLayout.Type.END_REPEAT)
        + boxWidth
        + arcRoom
        + GAP;
  }

  int right() {
    return left + width();
  }

  int bottom() {
    return y;
  }

  /** The height of each mark by its type and key. */
  Map<String, Integer> tops() {
    return tops;
  }

  private int boxLeft() {
    return left + gutter + FRAME * depth(DiagramLayout.Type.REPEAT, DiagramLayout.Type.END_REPEAT);
  }

  private int middle() {
    return boxLeft() + boxWidth / 2;
  }

  private void place(Mark mark) {
    String key = mark.type() + " " + mark.key();
    y = Math.max(y, heights.getOrDefault(key, 0));
    tops.put(key, y);
    switch (mark.type()) {
      case BOX -> put(mark.text(), "box", BOX, 4);
      case PILL -> put(mark.text(), "pill", PILL, 9);
      case FORK -> {
        forks.push(y);
        y += GAP;
      }
      case ADD -> add(mark);
      case REPEAT, STAGE -> {
        frames.push(y);
        framed.push(mark);
        y += GAP;
      }
      case END_REPEAT -> repeat(frames.pop(), framed.pop());
      case END_STAGE -> stage(frames.pop(), framed.pop());
    }
  }

  private void put(String text, String style, int height, int corner) {
    int width = style.equals("box") ? boxWidth : pillWidth(text);
    join(y, y + height);
    front.append(
        format(
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>\n",
            style, middle() - width / 2, y, width, height, corner));
    text(style.equals("box") ? "" : "small", middle(), y + height / 2 + 4, "middle", text);
    y += height + GAP;
  }

  /** A line from the mark above to one between these heights. */
  private void join(int top, int bottom) {
    if (bottomOfLast >= 0) {
      behind.append(
          format("<path class=\"line\" d=\"M%d %d V%d\"/>\n", middle(), bottomOfLast, top));
    }
    bottomOfLast = bottom;
  }

  private static int pillWidth(String text) {
    return PADDING + (int) (SMALL_CHARACTER * text.length());
  }

  private void text(String style, int x, int at, String anchor, String text) {
    front.append(
        format(
            "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
            style, x, at, anchor, Markup.escaped(text)));
  }

  private void add(Mark mark) {
    int from = forks.pop();
    int to = y + ADD / 2;
    int reach = boxLeft() + boxWidth + ARC * (levels - forks.size()) - ARC / 2;
    int radius = 9;
    join(y, y + ADD);
    front.append(
        format(
            "<path class=\"arc%s\" d=\"M%d %d H%d q%d 0 %d %d V%d q0 %d %d %d H%d\"/>\n",
            mark.text().isEmpty() ? "" : " changed",
            middle(),
            from,
            reach - radius,
            radius,
            radius,
            radius,
            to - radius,
            radius,
            -radius,
            radius,
            middle() + ADD / 2 + 6));
    front.append(
        format("<path class=\"tip\" d=\"M%d %d l8 -4 v8 z\"/>\n", middle() + ADD / 2 + 1, to));
    front.append(
        format("<circle class=\"add\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n", middle(), to, ADD / 2));
    front.append(
        format(
            "<path class=\"line\" d=\"M%d %d h10 M%d %d v10\"/>\n",
            middle() - 5, to, middle(), to - 5));
    text("small", reach + 5, (from + to) / 2 + 4, "start", mark.text());
    y += ADD + GAP;
  }

  private void repeat(int from, Mark mark) {
    int inset =
        FRAME
            * (1
                + (int) framed.stream().filter(m -> m.type() == DiagramLayout.Type.REPEAT).count());
    int outer =
        FRAME * (depth(DiagramLayout.Type.REPEAT, DiagramLayout.Type.END_REPEAT) + 1) - inset;
    int x = boxLeft() - outer - 2;
    int right = boxLeft() + boxWidth + arcRoom + 4 + outer - FRAME;
    behind.append(
        format(
            "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n",
            x, from, right - x, y - from - GAP / 2));
    text("title", x - 6, (from + y) / 2 + 4, "end", mark.text());
    y += GAP / 2;
  }

  private void stage(int from, Mark mark) {
    behind.insert(
        0,
        format(
            "<rect class=\"stage\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n",
            left, from - 2, width(), y - from - 2));
    String[] lines = mark.text().split("\n", 2);
    text("title", left + 6, from + 14, "start", lines[0]);
    text("small", left + 6, from + 29, "start", lines.length > 1 ? lines[1] : "");
    y += GAP / 2;
  }

  /** The drawing, frames and lines at the back. */
  String svg() {
    StringBuilder svg = new StringBuilder("<g>\n");
    if (!title.isEmpty()) {
      svg.append(
          format(
              "<text class=\"title\" x=\"%d\" y=\"22\" text-anchor=\"middle\">%s</text>\n",
              middle(), Markup.escaped(title)));
    }
    return svg.append(behind).append(front).append("</g>\n").toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
