package org.skipjack.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Paired differences: a row each, with a dot a seed, a bar at their mean, the interval of the mean
 * as a line, and zero as the line that an interval has to leave to tell two nets apart.
 *
 * @param rows from top to bottom; at least one
 * @param theme the colors of the page
 */
public record PairedChart(List<Row> rows, Theme theme) {
  private static final double DOT = 8;
  private static final int ROW_HEIGHT = 46;
  private static final int FRAME_HEIGHT = 110;
  private static final double SPREAD = 0.22;
  private static final double MARGIN = 1.15;
  private static final int LONGEST_LABEL = 64;

  /** Longer names than this make the chart wider, so that they take nothing from the plot. */
  private static final int LONGEST_NAME = 30;

  private static final int LETTER = 7;

  /**
   * A difference over some seeds, in shares.
   *
   * @param name what is taken from what
   * @param training whether it is of training errors, drawn hollow and dashed
   * @param differences a seed each; at least one
   * @param mean of them
   * @param low the lower end of the mean's interval; may be infinite, and is then not drawn
   * @param high its upper end
   */
  public record Row(
      String name,
      boolean training,
      List<Double> differences,
      double mean,
      double low,
      double high) {
    /** Copies the list. */
    public Row {
      differences = List.copyOf(differences);
    }

    private String label() {
      String all = (training ? "training " : "test ") + name;
      return all.length() <= LONGEST_LABEL ? all : all.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private boolean hasInterval() {
      return Double.isFinite(low) && Double.isFinite(high);
    }
  }

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is nothing to draw
   */
  public PairedChart {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw ChartErrors.refused(
          "a chart of paired differences needs one, got none",
          "compare two nets from at least one seed");
    }
  }

  /** A chart of these differences on white paper. */
  public static PairedChart of(List<Row> rows) {
    return new PairedChart(rows, Theme.LIGHT);
  }

  /** The same chart in other colors. */
  public PairedChart theme(Theme changed) {
    return new PairedChart(rows, changed);
  }

  /** Draws. */
  public Chart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(ChartStyle.WIDTH + LETTER * Math.max(0, longest() - LONGEST_NAME))
            .height(FRAME_HEIGHT + ROW_HEIGHT * rows.size())
            .xAxisTitle("difference (percentage points)")
            .build();
    ChartStyle.dress(chart.getStyler(), theme);
    double most = MARGIN * most();
    chart
        .getStyler()
        .setXAxisMin(-most)
        .setXAxisMax(most)
        .setYAxisMin(0.5)
        .setYAxisMax(rows.size() + 0.5)
        .setPlotGridHorizontalLinesVisible(false)
        .setYAxisTickMarkSpacingHint(ROW_HEIGHT)
        .setYAxisTicksVisible(false)
        .setLegendPosition(LegendPosition.OutsideE);
    XYSeries zero =
        chart.addSeries("zero", new double[] {0, 0}, new double[] {0.5, rows.size() + 0.5});
    zero.setLineStyle(ChartStyle.solid(ChartStyle.THIN)).setLineColor(theme.ink());
    zero.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
    for (int row = 0; row < rows.size(); row++) {
      add(chart, rows.get(row), rows.size() - row, theme.colors().get(color(row)));
    }
    return new Chart(chart);
  }

  private int longest() {
    return rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
  }

  /** Rows of one name have one color. */
  private int color(int row) {
    List<String> names = rows.stream().map(Row::name).distinct().toList();
    return names.indexOf(rows.get(row).name()) % theme.colors().size();
  }

  private void add(XYChart chart, Row row, double height, Color color) {
    String id = row.name() + (row.training() ? ", training" : ", test");
    int seeds = row.differences().size();
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      x.add(100 * row.differences().get(seed));
      y.add(height + (seeds == 1 ? 0 : SPREAD * (2.0 * seed / (seeds - 1) - 1)));
    }
    if (row.hasInterval()) {
      double[] ends = {100 * row.low(), 100 * row.high()};
      XYSeries interval = chart.addSeries(id + " interval", ends, new double[] {height, height});
      interval
          .setLineStyle(
              row.training()
                  ? ChartStyle.dashed(ChartStyle.THICK)
                  : ChartStyle.solid(ChartStyle.THICK))
          .setLineColor(color);
      interval.setMarker(BarMarker.upright(9)).setMarkerColor(color);
      interval.setShowInLegend(false);
    }
    Marker dot = row.training() ? RoundMarker.training(DOT, theme.paper()) : RoundMarker.test(DOT);
    XYSeries dots = chart.addSeries(id, x, y);
    dots.setLineStyle(ChartStyle.invisible()).setLineColor(color);
    dots.setMarker(dot).setMarkerColor(color);
    dots.setLabel(row.label());
    XYSeries mean =
        chart.addSeries(id + " mean", new double[] {100 * row.mean()}, new double[] {height});
    mean.setMarker(BarMarker.upright(22)).setMarkerColor(color);
    mean.setLineStyle(ChartStyle.invisible());
    mean.setShowInLegend(false);
  }

  private double most() {
    double most = 0;
    for (Row row : rows) {
      for (double difference : row.differences()) {
        most = Math.max(most, Math.abs(100 * difference));
      }
      if (row.hasInterval()) {
        most = Math.max(most, 100 * Math.max(Math.abs(row.low()), Math.abs(row.high())));
      }
    }
    return most == 0 ? 1 : most;
  }
}
