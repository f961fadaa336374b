package org.skipjack.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Final error by depth, one color a family of nets: whether deeper nets learn worse, which is the
 * degradation problem of He et al. 2015 (arXiv:1512.03385), Fig. 1.
 *
 * <p>Each point is a dot, hollow for its training error and filled for its test error; points of
 * one depth stand side by side, with a bar at their mean. Lines, dashed for training and solid for
 * test, join the means. Depths stand side by side in order, whatever their distance.
 *
 * <p>Published test errors of the same families and depths may stand beside them, in the color of
 * the family, with an outline for each source.
 *
 * @param points one a trained net; at least one, of at most 8 families
 * @param references published errors, of at most 6 sources; those of other nets are not drawn
 * @param theme the colors of the page
 */
public record DegradationChart(List<Point> points, List<PublishedError> references, Theme theme) {
  private static final double DOT = 8;
  private static final double SEED_SPACING = 0.035;
  private static final double FAMILY_SPACING = 0.16;
  private static final double MOST_SPREAD = 0.7;
  private static final double REFERENCE_DISTANCE = 0.07;
  private static final int PLOT_WIDTH = 420;

  /**
   * The errors of one net in its last epoch.
   *
   * @param family what nets of all depths share, such as {@code "plain"}
   * @param depth layers with weights
   * @param trainingError share in [0, 1]
   * @param testError share in [0, 1]
   */
  public record Point(String family, int depth, double trainingError, double testError) {
    /**
     * Checks the errors.
     *
     * @throws IllegalArgumentException if one is not a share
     */
    public Point {
      ChartErrors.checkShare("the training error of " + family + " " + depth, trainingError);
      ChartErrors.checkShare("the test error of " + family + " " + depth, testError);
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is nothing to draw, or more than eight families or
   *     six sources
   */
  public DegradationChart {
    points = List.copyOf(points);
    references = List.copyOf(references);
    if (points.isEmpty()) {
      throw ChartErrors.refused(
          "a degradation chart needs a trained net, got none",
          "DegradationChart.of(List.of(new Point(\"plain\", 20, 0.08, 0.11)))");
    }
    ChartErrors.checkColors("a degradation chart", "families", families(points).size());
    if (sources(references).size() > MarkerShape.MOST) {
      throw ChartErrors.refused(
          String.format(
              Locale.ROOT,
              "a degradation chart has signs for %d sources, got %d",
              MarkerShape.MOST,
              sources(references).size()),
          "leave some out");
    }
  }

  /** A chart of these points on white paper. */
  public static DegradationChart of(List<Point> points) {
    return new DegradationChart(points, List.of(), Theme.LIGHT);
  }

  /** The same chart in other colors. */
  public DegradationChart theme(Theme changed) {
    return new DegradationChart(points, references, changed);
  }

  /** The same chart with published errors next to ours. */
  public DegradationChart references(List<PublishedError> changed) {
    return new DegradationChart(points, changed, theme);
  }

  /** Draws. */
  public Chart chart() {
    XYChart chart = ChartStyle.errors("depth", ChartStyle.limit(most()), theme);
    List<Integer> depths = depths(points);
    chart
        .getStyler()
        .setXAxisMin(0.5)
        .setXAxisMax(depths.size() + 0.5)
        .setXAxisTickMarkSpacingHint(PLOT_WIDTH / Math.max(2, depths.size()))
        .setXAxisTickLabelsFormattingFunction(place -> label(depths, place));
    for (String family : families(points)) {
      addMeans(chart, family);
    }
    for (String family : families(points)) {
      addSeeds(chart, family);
    }
    sources(shown()).forEach(source -> addReferences(chart, source));
    addKeys(chart);
    return new Chart(chart);
  }

  private void addKeys(XYChart chart) {
    Marker hollow = RoundMarker.training(DOT, theme.paper());
    ChartStyle.key(chart, "training", ChartStyle.dashed(ChartStyle.THICK), hollow, theme.ink());
    ChartStyle.key(
        chart, "test", ChartStyle.solid(ChartStyle.THICK), RoundMarker.test(DOT), theme.ink());
    if (points.size() > means().size()) {
      ChartStyle.key(
          chart, "mean of seeds", ChartStyle.invisible(), BarMarker.level(22), theme.ink());
    }
    for (String source : sources(shown())) {
      ChartStyle.key(
          chart, ChartStyle.shorten(source), ChartStyle.invisible(), sign(source), theme.ink());
    }
  }

  /** A series for each family, since a series has one color. */
  private void addReferences(XYChart chart, String source) {
    for (String family : families(points)) {
      List<PublishedError> own =
          shown().stream()
              .filter(one -> one.source().equals(source) && one.family().equals(family))
              .toList();
      if (!own.isEmpty()) {
        double[] x = own.stream().mapToDouble(this::place).toArray();
        double[] y = own.stream().mapToDouble(one -> 100 * one.testError()).toArray();
        paint(
                chart.addSeries(family + " by " + source, x, y),
                family,
                ChartStyle.invisible(),
                sign(source))
            .setShowInLegend(false);
      }
    }
  }

  private MarkerShape sign(String source) {
    return new MarkerShape(sources(shown()).indexOf(source));
  }

  /** The references of nets that there are points of. */
  private List<PublishedError> shown() {
    return references.stream()
        .filter(
            one ->
                points.stream()
                    .anyMatch(p -> p.family().equals(one.family()) && p.depth() == one.depth()))
        .toList();
  }

  private static List<String> sources(List<PublishedError> references) {
    return references.stream().map(PublishedError::source).distinct().toList();
  }

  /** To the right of our own dots. */
  private double place(PublishedError publishedError) {
    return place(new Point(publishedError.family(), publishedError.depth(), 0, 0))
        + REFERENCE_DISTANCE;
  }

  private void addMeans(XYChart chart, String family) {
    List<Point> own = of(family, means());
    boolean seeds = of(family, points).size() > own.size();
    Marker bar = seeds ? BarMarker.level(22) : SeriesMarkers.NONE;
    double[] x = own.stream().mapToDouble(this::place).toArray();
    XYSeries training = chart.addSeries(family + " training", x, errors(own, Point::trainingError));
    paint(training, family, ChartStyle.dashed(ChartStyle.THICK), bar).setShowInLegend(false);
    XYSeries test = chart.addSeries(family + " test", x, errors(own, Point::testError));
    paint(test, family, ChartStyle.solid(ChartStyle.THICK), bar)
        .setLabel(ChartStyle.shorten(family));
  }

  private void addSeeds(XYChart chart, String family) {
    List<Point> own = of(family, points);
    double[] x = new double[own.size()];
    for (int i = 0; i < x.length; i++) {
      int depth = own.get(i).depth();
      long before = own.stream().limit(i).filter(p -> p.depth() == depth).count();
      long all = own.stream().filter(p -> p.depth() == depth).count();
      x[i] = place(own.get(i)) + SEED_SPACING * (before - (all - 1) / 2.0);
    }
    Marker hollow = RoundMarker.training(DOT, theme.paper());
    double[] training = errors(own, Point::trainingError);
    double[] test = errors(own, Point::testError);
    paint(
            chart.addSeries(family + " training seeds", x, training),
            family,
            ChartStyle.invisible(),
            hollow)
        .setShowInLegend(false);
    paint(
            chart.addSeries(family + " test seeds", x, test),
            family,
            ChartStyle.invisible(),
            RoundMarker.test(DOT))
        .setShowInLegend(false);
  }

  private XYSeries paint(XYSeries series, String family, BasicStroke stroke, Marker marker) {
    Color color = theme.colors().get(families(points).indexOf(family));
    series.setLineStyle(stroke).setLineColor(color);
    series.setMarker(marker).setMarkerColor(color);
    return series;
  }

  /** Where a point's depth and family are on the axis; depths are at 1, 2, 3, … */
  private double place(Point point) {
    List<String> families = families(points);
    double spacing = Math.min(FAMILY_SPACING, MOST_SPREAD / families.size());
    double middle = (families.size() - 1) / 2.0;
    return depths(points).indexOf(point.depth())
        + 1
        + spacing * (families.indexOf(point.family()) - middle);
  }

  private static double[] errors(List<Point> points, ToDoubleFunction<Point> error) {
    return points.stream().mapToDouble(p -> 100 * error.applyAsDouble(p)).toArray();
  }

  /** One point for each family and depth, in the order of depths. */
  private List<Point> means() {
    return families(points).stream()
        .flatMap(family -> depths(of(family, points)).stream().map(depth -> mean(family, depth)))
        .toList();
  }

  private Point mean(String family, int depth) {
    List<Point> seeds = of(family, points).stream().filter(p -> p.depth() == depth).toList();
    return new Point(
        family, depth, mean(seeds, Point::trainingError), mean(seeds, Point::testError));
  }

  private static double mean(List<Point> seeds, ToDoubleFunction<Point> error) {
    return seeds.stream().mapToDouble(error).average().orElseThrow();
  }

  private double most() {
    double ours =
        points.stream()
            .mapToDouble(p -> Math.max(p.trainingError(), p.testError()))
            .max()
            .orElseThrow();
    return shown().stream().mapToDouble(PublishedError::testError).reduce(ours, Math::max);
  }

  private static List<Point> of(String family, List<Point> points) {
    return points.stream().filter(p -> p.family().equals(family)).toList();
  }

  private static List<String> families(List<Point> points) {
    return points.stream().map(Point::family).distinct().toList();
  }

  private static List<Integer> depths(List<Point> points) {
    return points.stream().map(Point::depth).distinct().sorted().toList();
  }

  /**
   * The depth at a place, and blanks at others, all different: XChart takes no two equal labels.
   */
  private static String label(List<Integer> depths, double place) {
    long index = Math.round(place) - 1;
    boolean between = Math.abs(place - Math.rint(place)) > 1e-6;
    if (!between && index >= 0 && index < depths.size()) {
      return String.valueOf(depths.get((int) index));
    }
    int number = 64 + Math.floorMod(Math.round(2 * place), 64);
    return Integer.toBinaryString(number).replace('1', ' ').replace('0', '\u00A0');
  }
}
