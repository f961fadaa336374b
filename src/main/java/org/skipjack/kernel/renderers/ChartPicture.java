package org.skipjack.kernel.renderers;

import java.util.Base64;
import java.util.Locale;
import org.skipjack.io.Markup;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.plot.Chart;

/** A chart inside something else. */
final class ChartPicture {
  private ChartPicture() {}

  /** The chart alone. */
  static Rendering rendering(String plain, Chart chart) {
    return Rendering.text(plain).png(chart.png(), chart.width(), chart.height());
  }

  /** The chart as an HTML image that holds its file, twice as sharp as it is large. */
  static String html(Chart chart, String words) {
    return String.format(
        Locale.ROOT,
        "<img width=\"%d\" height=\"%d\" alt=\"%s\" src=\"data:image/png;base64,%s\">\n",
        chart.width(),
        chart.height(),
        Markup.escaped(words),
        Base64.getEncoder().encodeToString(chart.png()));
  }
}
