package org.skipjack.kernel.renderers;

import org.skipjack.graph.ShapeException;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.net.Net;
import org.skipjack.view.NetView;

/** A net as its summary and its diagram; one that does not fit together as its text and why. */
public final class NetRenderer implements Renderer<Net> {
  @Override
  public Class<Net> type() {
    return Net.class;
  }

  @Override
  public Rendering render(Net net) {
    NetView view = NetView.of(net);
    try {
      return Rendering.text(view.text()).html(view.html());
    } catch (ShapeException e) {
      return Rendering.text("%s%n%n%s".formatted(net, e.getMessage()));
    }
  }
}
