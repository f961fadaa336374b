package org.skipjack.kernel.renderers;

import org.knowm.xchart.internal.chartpart.Chart;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;

/** Any of XChart's charts as a picture. */
@SuppressWarnings("rawtypes") // the type of all its charts has parameters that nobody knows
public final class XChartRenderer implements Renderer<Chart> {
  @Override
  public Class<Chart> type() {
    return Chart.class;
  }

  @Override
  public Rendering render(Chart chart) {
    String title = chart.getTitle() == null ? "" : chart.getTitle();
    String plain = "%s %s, %d × %d";
    return ChartPicture.rendering(
        plain
            .formatted(chart.getClass().getSimpleName(), title, chart.getWidth(), chart.getHeight())
            .replace(" ,", ","),
        org.skipjack.plot.Chart.of(chart));
  }
}
