package org.skipjack.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The style of all charts: size, fonts, strokes, the legend's place, and its key to the strokes.
 */
final class ChartStyle {
  static final int WIDTH = 600;
  static final int HEIGHT = 380;
  static final int LOW = 240;
  static final float THICK = 2.4f;
  static final float MEDIUM = 1.7f;
  static final float THIN = 1.3f;

  private static final double BETWEEN = 1.37;
  private static final int FONT_SIZE = 14;
  private static final int LONGEST_LABEL = 22;
  static final int Y_TICK_SPACING = 45;
  private static final double[] NICE_LIMITS = {1, 2, 5, 10, 20, 30, 40, 50, 60, 80, 100};

  private ChartStyle() {}

  static BasicStroke solid(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** Dashes of 6 pixels with gaps of 4, at any width. */
  static BasicStroke dashed(float width) {
    float[] pattern = {6, 4};
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
  }

  /** No line between points; XChart knows it by identity. */
  static BasicStroke invisible() {
    return SeriesLines.NONE;
  }

  /** An empty chart with an error axis from 0 to {@code limit} per cent. */
  static XYChart errors(String xTitle, double limit, Theme theme) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle(xTitle)
            .yAxisTitle("error (%)")
            .build();
    AxesChartStyler styler = chart.getStyler();
    dress(styler, theme);
    styler
        .setYAxisMin(0.0)
        .setYAxisMax(limit)
        .setYAxisDecimalPattern(limit < 5 ? "0.0" : "0")
        .setYAxisTickMarkSpacingHint(Y_TICK_SPACING)
        .setPlotGridVerticalLinesVisible(false);
    return chart;
  }

  static void dress(AxesChartStyler styler, Theme theme) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE);
    styler.setLocale(Locale.ROOT);
    styler
        .setYAxisLabelAlignment(TextAlignment.Right)
        .setAxisTitleFont(font)
        .setAxisTickLabelsFont(font)
        .setAxisTickLabelsColor(theme.ink())
        .setAxisTickMarksColor(theme.grid())
        .setPlotGridLinesColor(theme.grid())
        .setPlotGridLinesStroke(new BasicStroke(1));
    styler
        .setChartBackgroundColor(theme.paper())
        .setPlotBackgroundColor(theme.paper())
        .setPlotBorderVisible(false)
        .setChartFontColor(theme.ink())
        .setChartTitleVisible(false)
        .setChartPadding(8)
        .setAntiAlias(true);
    styler
        .setLegendPosition(LegendPosition.OutsideE)
        .setLegendFont(font.deriveFont(FONT_SIZE - 1f))
        .setLegendBackgroundColor(theme.paper())
        .setLegendBorderColor(theme.paper())
        .setLegendSeriesLineLength(30)
        .setLegendPadding(9);
  }

  /** The end of an axis that shows {@code most}, a share in [0, 1], in per cent. */
  static double limit(double most) {
    for (double limit : NICE_LIMITS) {
      if (100 * most <= limit) {
        return limit;
      }
    }
    return 100;
  }

  /**
   * A legend entry that has no points.
   *
   * <p>Its place is between two ticks, because XChart, where all places are equally far apart,
   * counts ticks from the first one: 1, 13, 25 instead of 20, 40, 60.
   */
  static void key(XYChart chart, String label, BasicStroke line, Marker marker, Color color) {
    XYSeries series =
        chart.addSeries("key " + label, new double[] {BETWEEN}, new double[] {Double.NaN});
    series.setLabel(label);
    series.setLineStyle(line).setLineColor(color);
    series.setMarker(marker).setMarkerColor(color);
  }

  /**
   * Lets ticks stand at round numbers: XChart counts them from the first place where all are
   * equally far apart.
   */
  static void roundTicks(XYChart chart) {
    XYSeries between =
        chart.addSeries("between", new double[] {BETWEEN}, new double[] {Double.NaN});
    between.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
  }

  /** A name that leaves room for the plot: its beginning and its end, by which names differ. */
  static String shorten(String name) {
    int kept = (LONGEST_LABEL - 1) / 2;
    return name.length() <= LONGEST_LABEL
        ? name
        : name.substring(0, LONGEST_LABEL - 1 - kept) + "…" + name.substring(name.length() - kept);
  }
}
