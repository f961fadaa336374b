package org.skipjack.kernel.renderers;

import java.util.Locale;
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
    String plain =
        String.format(
            Locale.ROOT,
            "%s %s, %d × %d",
            chart.getClass().getSimpleName(),
            title,
            chart.getWidth(),
            chart.getHeight());
    return ChartPicture.rendering(plain.replace(" ,", ","), org.skipjack.plot.Chart.of(chart));
  }
}
