package org.skipjack.kernel.renderers;

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
    return Picture.rendering("chart, %d × %d".formatted(chart.width(), chart.height()), chart);
  }
}
