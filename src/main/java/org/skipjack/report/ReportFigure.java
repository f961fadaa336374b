package org.skipjack.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.skipjack.io.Markup;
import org.skipjack.plot.Chart;

/**
 * A picture of a report.
 *
 * @param name of its file
 * @param caption what it shows
 * @param light for a light page, and for paper
 * @param dark for a dark page
 */
record ReportFigure(String name, String caption, Chart light, Chart dark) {

  /** The picture inside a page. */
  String html() {
    return String.format(
        Locale.ROOT,
        """
        <figure>
        <picture>
        <source srcset="%s" media="screen and (prefers-color-scheme: dark)">
        <img src="%s" width="%d" height="%d" alt="%s">
        </picture>
        <figcaption>%s</figcaption>
        </figure>
        """,
        source(dark),
        source(light),
        light.width(),
        light.height(),
        Markup.escaped(caption),
        Markup.escaped(caption));
  }

  private static String source(Chart chart) {
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(chart.svg().getBytes(StandardCharsets.UTF_8));
  }
}
