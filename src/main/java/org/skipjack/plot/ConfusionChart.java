package org.skipjack.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/**
 * A confusion matrix as a heat map: a row for each true class, a column for each predicted one.
 *
 * <p>Color and number are the share of the row's images, in per cent; a cell without images is
 * blank, and so is the row of a class that has none. Numbers are shown for up to 20 classes.
 */
public final class ConfusionChart {
  private static final String USUAL =
      "ConfusionChart.of(evaluation.classNames(), evaluation.confusion())";
  private static final int MOST_NUMBERS = 20;
  private static final int STEPS = 32;
  private static final int HEIGHT = 540;
  private static final int LABEL_SPACING = 12;

  private final List<String> classNames;
  private final double[][] counts;
  private final Theme theme;

  private ConfusionChart(List<String> classNames, double[][] counts, Theme theme) {
    this.classNames = List.copyOf(classNames);
    this.counts = counts;
    this.theme = theme;
  }

  /**
   * A chart of these counts on white paper.
   *
   * @param classNames the classes in the order of rows and columns; at least one
   * @param counts {@code [true class][predicted class]}, images; not negative
   * @throws IllegalArgumentException if the matrix is not square, of one row a class, or has no
   *     image
   */
  public static ConfusionChart of(List<String> classNames, double[][] counts) {
    double[][] rows = Arrays.stream(counts).map(double[]::clone).toArray(double[][]::new);
    checkSquare(classNames.size(), rows);
    if (Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(count -> count == 0)) {
      throw ChartErrors.refused("a confusion chart needs an image, got counts of 0 only", USUAL);
    }
    return new ConfusionChart(classNames, rows, Theme.LIGHT);
  }

  private static void checkSquare(int classes, double[][] rows) {
    int[] lengths = Arrays.stream(rows).mapToInt(row -> row.length).distinct().toArray();
    if (rows.length == classes && lengths.length == 1 && lengths[0] == classes) {
      return;
    }
    throw ChartErrors.refused(
        String.format(
            Locale.ROOT,
            "%d classes need a confusion matrix of %d × %d, got %d rows of %s",
            classes,
            classes,
            classes,
            rows.length,
            lengths.length == 1 ? lengths[0] + " columns" : "unequal length"),
        USUAL);
  }

  /** The same chart in other colors. */
  public ConfusionChart theme(Theme changed) {
    return new ConfusionChart(classNames, counts, changed);
  }

  /** Draws. */
  public Chart chart() {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(HEIGHT)
            .xAxisTitle("predicted class (% of the true class)")
            .yAxisTitle("true class")
            .build();
    HeatMapStyler styler = chart.getStyler();
    ChartStyle.dress(styler, theme);
    styler
        .setXAxisLabelRotation(90)
        .setXAxisTickMarkSpacingHint(LABEL_SPACING)
        .setYAxisTickMarkSpacingHint(LABEL_SPACING)
        .setPlotGridLinesVisible(false)
        .setAxisTicksMarksVisible(false)
        .setPlotContentSize(1);
    styler
        .setMin(0)
        .setMax(100)
        .setRangeColors(ramp())
        .setShowValue(classNames.size() <= MOST_NUMBERS)
        .setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
        .setValueFontColor(theme.ink())
        .setHeatMapValueDecimalPattern("0");
    styler.setLegendVisible(false);
    addCells(chart);
    return new Chart(chart);
  }

  /** XChart counts rows from the bottom; a confusion matrix is read from the top. */
  private void addCells(HeatMapChart chart) {
    int classes = classNames.size();
    List<Number[]> cells = new ArrayList<>();
    for (int row = 0; row < classes; row++) {
      double sum = Arrays.stream(counts[row]).sum();
      for (int column = 0; column < classes; column++) {
        if (counts[row][column] > 0) {
          double percent = 100 * counts[row][column] / sum;
          cells.add(new Number[] {column, classes - 1 - row, percent});
        }
      }
    }
    List<String> names = classNames.stream().map(ChartStyle::shorten).toList();
    List<String> fromBottom = new ArrayList<>(names);
    Collections.reverse(fromBottom);
    chart.addSeries("confusion", names, fromBottom, cells);
  }

  /**
   * From paper to the first color by the square root of the share, so that 2 % can be seen beside
   * 90 %.
   */
  private Color[] ramp() {
    Color full = theme.heat();
    Color[] colors = new Color[STEPS];
    for (int step = 0; step < STEPS; step++) {
      double weight = Math.sqrt(step / (STEPS - 1.0));
      colors[step] = mix(theme.paper(), full, weight);
    }
    return colors;
  }

  private static Color mix(Color from, Color to, double weight) {
    return new Color(
        mix(from.getRed(), to.getRed(), weight),
        mix(from.getGreen(), to.getGreen(), weight),
        mix(from.getBlue(), to.getBlue(), weight));
  }

  private static int mix(int from, int to, double weight) {
    return (int) Math.round(from + weight * (to - from));
  }
}
