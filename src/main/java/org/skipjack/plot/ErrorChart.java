package org.skipjack.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.skipjack.experiment.ArmNames;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.train.Training;
import org.skipjack.train.history.History;

/**
 * Training error, dashed, and test error, solid, by epoch, one color a net: the habit of He et al.
 * 2015 (arXiv:1512.03385), Fig. 6.
 *
 * <pre>{@code
 * ErrorChart.of(List.of(new Series("resnet20", run.history()))).chart().save(Path.of("chart.png"));
 * }</pre>
 *
 * <p>Histories of the same name are seeds of one net: a line at their mean, and behind it a band
 * from the lowest to the highest seed of each epoch. A history of one epoch is drawn as two dots,
 * hollow for training.
 *
 * @param series one history each; 1 to 8 different names, at least one epoch in each history
 * @param theme the colors of the page
 * @param planned how many epochs there will be: the axis has room for them
 */
public record ErrorChart(List<Series> series, Theme theme, int planned) {
  private static final int PLOT_WIDTH = 440;
  private static final int TICK_SPACING = 40;
  private static final int MANY_EPOCHS = 30;
  private static final double DOT = 8;

  /**
   * A net's name and what its training did.
   *
   * @param name what the legend shows; of more than 22 letters the middle is left out there
   * @param history from one seed
   */
  public record Series(String name, History history) {

    /** What a training did so far, under the papers' name of its net or what kind it is. */
    public static Series of(Training training, History history) {
      return new Series(ArmNames.of(training), history);
    }
  }

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is nothing to draw, or more than eight nets
   */
  public ErrorChart {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw ChartErrors.refused(
          "an error chart needs a history, got none",
          "ErrorChart.of(List.of(new Series(\"resnet20\", run.history())))");
    }
    ChartErrors.checkColors("an error chart", "nets", names(series).size());
    for (Series one : series) {
      if (one.history().epochs().isEmpty()) {
        throw ChartErrors.refused(
            one.name() + " has no epoch to draw: none had ended when its training stopped",
            "leave it out, or let it train for one epoch");
      }
    }
  }

  /** A chart of these histories on white paper. */
  public static ErrorChart of(List<Series> series) {
    return new ErrorChart(series, Theme.LIGHT, 0);
  }

  /**
   * The errors of a comparison's first eight arms, which is as many as colors tell apart.
   *
   * @throws IllegalArgumentException if none of them has a run with a result
   */
  public static ErrorChart of(ComparisonResult result) {
    List<Series> series = new ArrayList<>();
    result.arms().stream()
        .filter(arm -> !arm.histories().isEmpty())
        .limit(Theme.LIGHT.colors().size())
        .forEach(arm -> arm.histories().forEach(one -> series.add(new Series(arm.name(), one))));
    return of(series);
  }

  /** The same chart in other colors. */
  public ErrorChart theme(Theme changed) {
    return new ErrorChart(series, changed, planned);
  }

  /** The same chart with room for the epochs that are still to come. */
  public ErrorChart planned(int epochs) {
    return new ErrorChart(series, theme, epochs);
  }

  /** Draws. */
  public Chart chart() {
    XYChart chart = ChartStyle.errors("epoch", ChartStyle.limit(most()), theme);
    wholeEpochs(chart);
    List<String> names = names();
    for (String name : names) {
      addBands(chart, name, theme.colors().get(names.indexOf(name)));
    }
    for (String name : names) {
      addNet(chart, name, theme.colors().get(names.indexOf(name)));
    }
    Marker hollow = anyDots() ? RoundMarker.training(DOT, theme.paper()) : SeriesMarkers.NONE;
    Marker filled = anyDots() ? RoundMarker.test(DOT) : SeriesMarkers.NONE;
    ChartStyle.key(chart, "training", ChartStyle.dashed(ChartStyle.THICK), hollow, theme.ink());
    ChartStyle.key(chart, "test", ChartStyle.solid(ChartStyle.THICK), filled, theme.ink());
    return new Chart(chart);
  }

  private void addNet(XYChart chart, String name, Color color) {
    List<History> seeds =
        series.stream().filter(one -> one.name().equals(name)).map(Series::history).toList();
    float width = lastEpoch() > MANY_EPOCHS ? ChartStyle.MEDIUM : ChartStyle.THICK;
    Marker hollow = RoundMarker.training(DOT, theme.paper());
    XYSeries training =
        line(chart, name + " training", seeds, History.Epoch::trainingError, hollow);
    paint(training, ChartStyle.dashed(width), color).setShowInLegend(false);
    XYSeries test =
        line(chart, name + " test", seeds, History.Epoch::testError, RoundMarker.test(DOT));
    paint(test, ChartStyle.solid(width), color).setShowInLegend(true);
    test.setLabel(ChartStyle.shorten(name));
  }

  private void addBands(XYChart chart, String name, Color color) {
    List<History> seeds =
        series.stream().filter(one -> one.name().equals(name)).map(Series::history).toList();
    if (seeds.size() > 1) {
      Band.of(seeds, History.Epoch::trainingError).draw(chart, name + " training band", color);
      Band.of(seeds, History.Epoch::testError).draw(chart, name + " test band", color);
    }
  }

  private static XYSeries line(
      XYChart chart,
      String id,
      List<History> seeds,
      ToDoubleFunction<History.Epoch> error,
      Marker dot) {
    Band band = Band.of(seeds, error);
    XYSeries series = chart.addSeries(id, band.places(), band.means());
    series.setMarker(band.places().length == 1 ? dot : SeriesMarkers.NONE);
    // XChart draws a straight line as a stroke an epoch, and short strokes lose their dashes; a
    // smooth
    // one is a single stroke, through the same points.
    series.setSmooth(band.places().length > MANY_EPOCHS);
    return series;
  }

  private static XYSeries paint(XYSeries series, BasicStroke stroke, Color color) {
    series.setLineStyle(stroke).setLineColor(color);
    series.setMarkerColor(color);
    return series;
  }

  /** Ticks at whole epochs only: XChart's step is 1, 2 or 5 if it is held to at least about 1. */
  private void wholeEpochs(XYChart chart) {
    int epochs = Math.max(lastEpoch(), planned);
    double margin = epochs == 1 ? 0.8 : epochs == 2 ? 0.5 : 0;
    double first = 1 - margin;
    double last = epochs + margin;
    int spacing = (int) Math.round(PLOT_WIDTH / (last - first));
    chart
        .getStyler()
        .setXAxisMin(first)
        .setXAxisMax(last)
        .setXAxisTickMarkSpacingHint(Math.max(TICK_SPACING, spacing))
        .setXAxisDecimalPattern("0");
  }

  private boolean anyDots() {
    return series.stream().anyMatch(one -> one.history().epochs().size() == 1);
  }

  private int lastEpoch() {
    return series.stream().mapToInt(one -> one.history().last().epoch()).max().orElseThrow();
  }

  private double most() {
    return series.stream()
        .flatMap(one -> one.history().epochs().stream())
        .mapToDouble(epoch -> Math.max(epoch.trainingError(), epoch.testError()))
        .max()
        .orElseThrow();
  }

  /** The nets, in the order of their colors. */
  public List<String> names() {
    return names(series);
  }

  private static List<String> names(List<Series> series) {
    return series.stream().map(Series::name).distinct().toList();
  }
}
