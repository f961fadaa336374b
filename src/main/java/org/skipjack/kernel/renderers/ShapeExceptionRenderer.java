package org.skipjack.kernel.renderers;

import org.skipjack.graph.ShapeException;
import org.skipjack.io.Markup;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;

/** What does not fit, as the shapes that were there and expected, and the message with its fix. */
public final class ShapeExceptionRenderer implements Renderer<ShapeException> {
  private static final String WRAPPED = "<pre style=\"white-space:pre-wrap\">";

  @Override
  public Class<ShapeException> type() {
    return ShapeException.class;
  }

  @Override
  public Rendering render(ShapeException exception) {
    String message = String.valueOf(exception.getMessage());
    String headline = message.lines().findFirst().orElse("");
    int fix = message.indexOf("Fix:");
    return Rendering.text(message)
        .html(
            "<p><b>%s</b></p>\n".formatted(Markup.escaped(headline))
                + ShapeTable.html(exception)
                + (fix < 0
                    ? ""
                    : Table.preformatted(message.substring(fix)).replace("<pre>", WRAPPED)));
  }
}
