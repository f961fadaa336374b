package org.skipjack.kernel.renderers;

import java.util.Locale;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.plot.Chart;

/** A chart as a picture. */
public final class ChartRenderer implements Renderer<Chart> {
  @Override
  public Class<Chart> type() {
    return Chart.class;
  }

  @Override
  public Rendering render(Chart chart) {
    return ChartPicture.rendering(
        String.format(Locale.ROOT, "chart, %d × %d", chart.width(), chart.height()), chart);
  }
}
