package org.skipjack.view;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.graph.ReceptiveField;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;
import org.skipjack.net.NetNote;

/**
 * A net as a table: each layer with its output shape, parameters, multiply-accumulates and their
 * shares, and receptive field; then the notes about it.
 *
 * <p>Neighbors that compute the same from the same shape are folded: a row such as {@code 17 ×
 * (block2, relu2)} holds the sums of all 17, and the rows inside it show one of them.
 *
 * @param net what it is about
 * @param input the shape of one example, {@code [N, C, H, W]} or {@code [N, F]}
 * @param rows the rows in order, the input first
 * @param parameters learned values in all
 * @param macs multiply-accumulates for one example in all
 * @param notes what the papers found about nets like this
 */
public record Summary(
    Net net, Shape input, List<Row> rows, long parameters, long macs, List<NetNote> notes)
    implements View {

  /**
   * A row.
   *
   * @param depth groups around it
   * @param label what it is called, and what sets it apart
   * @param output the shape of its output, {@code [N, …]}
   * @param parameters its learned values; of a group those of all in it
   * @param macs its multiply-accumulates for one example, likewise
   * @param field what one value of its output depends on
   * @param group whether the rows below it that are deeper are its parts
   */
  public record Row(
      int depth,
      String label,
      Shape output,
      long parameters,
      long macs,
      ReceptiveField field,
      boolean group) {}

  /** Copies the lists. */
  public Summary {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * The table of a net, with equal neighbors folded.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the input
   */
  public static Summary of(Net net, Shape input) {
    return of(net, input, true);
  }

  /**
   * The table of a net with a row for every layer of it.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the input
   */
  public static Summary unfolded(Net net, Shape input) {
    return of(net, input, false);
  }

  private static Summary of(Net net, Shape input, boolean folded) {
    Part root = Outline.of(net, input);
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(0, "input", input, 0, 0, ReceptiveField.PIXEL, false));
    add(rows, root.parts(), 0, folded);
    return new Summary(net, input, rows, root.parameters(), root.macs(), NetNote.of(net));
  }

  private static void add(List<Row> rows, List<Part> parts, int depth, boolean folded) {
    List<Folding> foldings = folded ? Folding.of(parts) : Folding.none(parts);
    for (Folding folding : foldings) {
      Part last = folding.parts().get(folding.parts().size() - 1);
      boolean several = folding.parts().size() > 1;
      if (!folding.isRepeated()) {
        add(rows, last, depth, folded);
        continue;
      }
      rows.add(
          new Row(
              depth,
              folding.title(),
              last.output(),
              folding.parameters(),
              folding.macs(),
              folding.last().field(),
              several || !last.parts().isEmpty()));
      if (several) {
        folding.parts().forEach(part -> add(rows, part, depth + 1, folded));
      } else {
        add(rows, last.parts(), depth + 1, folded);
      }
    }
  }

  private static void add(List<Row> rows, Part part, int depth, boolean folded) {
    boolean isLayer = part.parts().isEmpty();
    String caption = part.caption().isEmpty() ? "" : "  " + part.caption();
    rows.add(
        new Row(
            depth,
            part.name() + caption,
            part.output(),
            part.parameters(),
            part.macs(),
            part.field(),
            !isLayer));
    if (!isLayer) {
      add(rows, part.parts(), depth + 1, folded);
    }
  }

  @Override
  public String text() {
    return new SummaryText(this).toString();
  }

  @Override
  public String html() {
    return SummaryHtml.of(this);
  }

  /** The table as text. */
  @Override
  public String toString() {
    return text();
  }
}
