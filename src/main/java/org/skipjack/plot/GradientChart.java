package org.skipjack.plot;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Norms of gradients by iteration on a logarithmic scale: of seeds of one name a line at their
 * geometric mean, and behind it a band from the lowest to the highest.
 *
 * @param series one run each; 1 to 8 different names
 * @param theme the colors of the page
 */
public record GradientChart(List<Series> series, Theme theme) {
  private static final int TICK_SPACING = 70;

  /**
   * The gradients of a run.
   *
   * @param name what the legend shows
   * @param iterations in order; those of runs of one name are the same
   * @param norms of the gradients there; one that is not positive ends the line before it
   */
  public record Series(String name, List<Long> iterations, List<Double> norms) {
    /** Copies the lists. */
    public Series {
      iterations = List.copyOf(iterations);
      norms = norms.stream().takeWhile(norm -> norm > 0).toList();
    }
  }

  /**
   * Copies the list, without runs that have no gradient.
   *
   * @throws IllegalArgumentException if there is nothing to draw, or too much
   */
  public GradientChart {
    series = series.stream().filter(one -> !one.norms().isEmpty()).toList();
    if (series.isEmpty()) {
      throw ChartErrors.refused("a chart of gradients needs one, got none", "run a comparison");
    }
    ChartErrors.checkColors("a chart of gradients", "nets", names(series).size());
  }

  /** A chart of these runs on white paper. */
  public static GradientChart of(List<Series> series) {
    return new GradientChart(series, Theme.LIGHT);
  }

  /** The same chart in other colors. */
  public GradientChart theme(Theme changed) {
    return new GradientChart(series, changed);
  }

  /** Draws. */
  public Chart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(ChartStyle.HEIGHT)
            .xAxisTitle("iteration")
            .yAxisTitle("norm of the gradient")
            .build();
    ChartStyle.dress(chart.getStyler(), theme);
    chart
        .getStyler()
        .setYAxisLogarithmic(true)
        .setXAxisMin(0.0)
        .setXAxisDecimalPattern("#,##0")
        .setYAxisDecimalPattern("0.####")
        .setXAxisTickMarkSpacingHint(TICK_SPACING)
        .setPlotGridVerticalLinesVisible(false);
    List<String> names = names(series);
    names.forEach(name -> band(name).draw(chart, name + " band", color(name)));
    names.forEach(name -> addLine(chart, name));
    ChartStyle.roundTicks(chart);
    return new Chart(chart);
  }

  private void addLine(XYChart chart, String name) {
    Band band = band(name);
    XYSeries line = chart.addSeries(name, band.places(), band.means());
    line.setLabel(ChartStyle.shorten(name));
    line.setMarker(SeriesMarkers.NONE);
    line.setLineStyle(ChartStyle.solid(ChartStyle.MEDIUM)).setLineColor(color(name));
  }

  private Band band(String name) {
    List<Series> own = series.stream().filter(one -> one.name().equals(name)).toList();
    return Band.geometric(own.get(0).iterations(), own.stream().map(Series::norms).toList());
  }

  private Color color(String name) {
    return theme.colors().get(names(series).indexOf(name));
  }

  private static List<String> names(List<Series> series) {
    return series.stream().map(Series::name).distinct().toList();
  }
}
