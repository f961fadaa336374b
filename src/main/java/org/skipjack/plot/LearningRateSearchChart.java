package org.skipjack.plot;

import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.skipjack.train.LearningRateSearch;
import org.skipjack.train.LearningRateSearch.Point;

/**
 * The loss against the learning rate, which rises from update to update: single losses thin, their
 * moving average thick, and a dot at the rate that is suggested.
 *
 * @param search what was tried
 * @param theme the colors of the page
 */
public record LearningRateSearchChart(LearningRateSearch search, Theme theme) {
  private static final double DOT = 10;

  /** A loss so many times the first is above the chart. */
  private static final double ABOVE = 1.5;

  /** A chart on white paper. */
  public static LearningRateSearchChart of(LearningRateSearch search) {
    return new LearningRateSearchChart(search, Theme.LIGHT);
  }

  /** The same chart in other colors. */
  public LearningRateSearchChart theme(Theme changed) {
    return new LearningRateSearchChart(search, changed);
  }

  /** Draws. */
  public Chart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(ChartStyle.HEIGHT)
            .xAxisTitle("learning rate")
            .yAxisTitle("training loss (nats)")
            .build();
    ChartStyle.dress(chart.getStyler(), theme);
    chart
        .getStyler()
        .setXAxisLogarithmic(true)
        .setYAxisMin(0.0)
        .setYAxisMax(top())
        .setPlotGridVerticalLinesVisible(false);
    line(chart, "loss", search.points().stream().mapToDouble(Point::loss).toArray())
        .setLineStyle(ChartStyle.solid(ChartStyle.THIN))
        .setLineColor(theme.heat());
    line(chart, "average", search.points().stream().mapToDouble(Point::smoothedLoss).toArray())
        .setLineStyle(ChartStyle.solid(ChartStyle.THICK))
        .setLineColor(theme.colors().get(0));
    suggestion(chart);
    return new Chart(chart);
  }

  private XYSeries line(XYChart chart, String name, double[] losses) {
    double[] rates = search.points().stream().mapToDouble(Point::learningRate).toArray();
    double[] shown = losses.clone();
    for (int i = 0; i < shown.length; i++) {
      shown[i] = Math.min(shown[i], top());
    }
    XYSeries series = chart.addSeries(name, rates, shown);
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }

  /** Where the average passes the suggested rate. */
  private void suggestion(XYChart chart) {
    double rate = search.suggestedRate();
    List<Point> points = search.points();
    Point at =
        points.stream()
            .filter(point -> point.learningRate() >= rate)
            .findFirst()
            .orElse(points.get(points.size() - 1));
    XYSeries dot =
        chart.addSeries(
            "suggested",
            new double[] {Math.max(rate, points.get(0).learningRate())},
            new double[] {Math.min(at.smoothedLoss(), top())});
    dot.setLineStyle(ChartStyle.invisible());
    dot.setMarker(RoundMarker.test(DOT)).setMarkerColor(theme.colors().get(1));
    dot.setLabel(String.format(Locale.ROOT, "suggested %.2g", rate));
  }

  private double top() {
    return ABOVE * search.points().get(0).smoothedLoss();
  }
}
