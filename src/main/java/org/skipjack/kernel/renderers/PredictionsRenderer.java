package org.skipjack.kernel.renderers;

import java.util.List;
import java.util.Locale;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.train.Predictions;

/** Images over the most probable of their classes; the first thirty. */
public final class PredictionsRenderer implements Renderer<Predictions> {
  @Override
  public Class<Predictions> type() {
    return Predictions.class;
  }

  @Override
  public Rendering render(Predictions predictions) {
    ImageGrid grid = ImageGrid.of(predictions);
    int rest = predictions.size() - grid.indices().size();
    String below =
        rest == 0 ? "" : Table.lines(List.of(String.format(Locale.ROOT, "… and %,d more", rest)));
    return Rendering.text(predictions.toString()).html(grid.html() + below);
  }
}
