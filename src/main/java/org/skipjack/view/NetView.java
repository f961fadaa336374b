package org.skipjack.view;

import org.skipjack.graph.DefaultInputShape;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

/**
 * The view of a net in a notebook or a report: its summary and its diagram.
 *
 * @param net the net
 * @param input the shape of one example
 */
public record NetView(Net net, Shape input) implements View {

  /** A net for the shape that it was most likely written for; see {@link DefaultInputShape}. */
  public static NetView of(Net net) {
    return new NetView(net, DefaultInputShape.of(net));
  }

  /**
   * The summary.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the input
   */
  @Override
  public String text() {
    return Summary.of(net, input).text();
  }

  /**
   * The summary, and the diagram under it.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the input
   */
  @Override
  public String html() {
    return "<div class=\"skipjack-net\">\n"
        + Summary.of(net, input).html()
        + "<details><summary>Diagram</summary>\n"
        + Diagram.of(net, input).html()
        + "</details>\n</div>\n";
  }

  /**
   * The diagram as a whole SVG file.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the input
   */
  public String svg() {
    return Diagram.of(net, input).svg();
  }
}
