package org.skipjack.plot;

import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Schedule;

/**
 * Learning rate by iteration, as recipes have it.
 *
 * @param series one recipe each; 1 to 8
 * @param theme the colors of the page
 */
public record LearningRateChart(List<Series> series, Theme theme) {
  private static final int MOST_POINTS = 300;
  private static final int TICK_SPACING = 70;
  private static final double MARGIN = 1.08;

  /**
   * A recipe under a name.
   *
   * @param name what the legend shows
   * @param recipe whose schedule is drawn
   * @param images in the training set, which with the recipe gives the number of iterations
   */
  public record Series(String name, Recipe recipe, int images) {}

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is nothing to draw, or too much
   */
  public LearningRateChart {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw ChartErrors.refused(
          "a chart of learning rates needs a recipe, got none", "Recipe.he()");
    }
    ChartErrors.checkColors("a chart of learning rates", "recipes", series.size());
  }

  /** A chart of these recipes on white paper. */
  public static LearningRateChart of(List<Series> series) {
    return new LearningRateChart(series, Theme.LIGHT);
  }

  /** The same chart in other colors. */
  public LearningRateChart theme(Theme changed) {
    return new LearningRateChart(series, changed);
  }

  /** Draws. */
  public Chart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(ChartStyle.LOW)
            .xAxisTitle("iteration")
            .yAxisTitle("learning rate")
            .build();
    ChartStyle.dress(chart.getStyler(), theme);
    double most = 0;
    for (int i = 0; i < series.size(); i++) {
      double[] x = iterations(series.get(i));
      double[] y = rates(series.get(i), x);
      most = Math.max(most, Arrays.stream(y).max().orElse(0));
      XYSeries line = chart.addSeries(i + " " + series.get(i).name(), x, y);
      line.setLabel(ChartStyle.shorten(series.get(i).name()));
      line.setMarker(SeriesMarkers.NONE);
      line.setLineStyle(ChartStyle.solid(ChartStyle.THICK)).setLineColor(theme.colors().get(i));
    }
    chart
        .getStyler()
        .setYAxisMin(0.0)
        .setYAxisMax(MARGIN * most)
        .setXAxisMin(0.0)
        .setXAxisDecimalPattern("#,##0")
        .setYAxisDecimalPattern("0.####")
        .setXAxisTickMarkSpacingHint(TICK_SPACING)
        .setYAxisTickMarkSpacingHint(ChartStyle.Y_TICK_SPACING)
        .setPlotGridVerticalLinesVisible(false);
    ChartStyle.roundTicks(chart);
    return new Chart(chart);
  }

  private static double[] iterations(Series one) {
    long all = one.recipe().iterations(one.images());
    int points = (int) Math.min(MOST_POINTS, all);
    double[] iterations = new double[points];
    for (int i = 0; i < points; i++) {
      iterations[i] = points == 1 ? 0 : Math.floor((double) i * (all - 1) / (points - 1));
    }
    return iterations;
  }

  private static double[] rates(Series one, double[] iterations) {
    Schedule schedule = one.recipe().schedule();
    long all = one.recipe().iterations(one.images());
    return Arrays.stream(iterations)
        .map(iteration -> schedule.learningRate((long) iteration, all))
        .toArray();
  }
}
