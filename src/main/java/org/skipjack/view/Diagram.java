package org.skipjack.view;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.graph.DefaultInputShape;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

/**
 * A diagram of one or more nets side by side, each a column from input to output: layers with
 * weights as boxes, shortcuts as arcs beside what they skip, dashed where they change what they
 * carry; equal neighbors drawn once, in a frame that says how often.
 *
 * <p>Layers of the same path stand at the same height in all columns, so that a net and its plain
 * twin can be compared line by line.
 *
 * @param columns the nets
 */
public record Diagram(List<Column> columns) implements View {

  /**
   * A net in the diagram.
   *
   * @param title what stands above it
   * @param net the net
   * @param input the shape of one example
   */
  public record Column(String title, Net net, Shape input) {}

  /** Copies the list. */
  public Diagram {
    columns = List.copyOf(columns);
  }

  /** The diagram of one net. */
  public static Diagram of(Net net, Shape input) {
    return titled("", net, input);
  }

  /**
   * Nets side by side, for the input that the first was most likely written for; titled {@code
   * plain} and {@code residual} where both kinds are among them.
   */
  public static Diagram of(Net net, Net... beside) {
    List<Net> nets = new ArrayList<>(List.of(net));
    nets.addAll(List.of(beside));
    boolean titled = nets.stream().map(Diagram::kind).distinct().count() > 1;
    Shape input = DefaultInputShape.of(net);
    return new Diagram(
        nets.stream().map(each -> new Column(titled ? kind(each) : "", each, input)).toList());
  }

  private static String kind(Net net) {
    return net.equals(net.plain()) ? "plain" : "residual";
  }

  /** The diagram of one net, with a title above it. */
  public static Diagram titled(String title, Net net, Shape input) {
    return new Diagram(List.of(new Column(title, net, input)));
  }

  /** This diagram with another net at its right, for examples of the first one's shape. */
  public Diagram beside(String title, Net net) {
    List<Column> more = new ArrayList<>(columns);
    more.add(new Column(title, net, columns.get(0).input()));
    return new Diagram(more);
  }

  /**
   * A whole SVG file, on paper of its own, which is dark where the reader's pages are.
   *
   * @throws org.skipjack.graph.ShapeException if a net does not fit together
   */
  public String svg() {
    return DiagramSvg.of(this, true);
  }

  /** The same drawing without paper, in the color of the text around it. */
  @Override
  public String html() {
    return "<div class=\"skipjack-diagram-view\">\n" + DiagramSvg.of(this, false) + "</div>\n";
  }

  @Override
  public String text() {
    return DiagramText.of(this);
  }

  List<List<DiagramLayout.Mark>> drawings() {
    return columns.stream()
        .map(column -> DiagramLayout.of(Outline.of(column.net(), column.input())))
        .toList();
  }
}
