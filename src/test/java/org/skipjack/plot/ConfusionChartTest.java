package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapSeries;

class ConfusionChartTest {
  private static final List<String> NAMES = List.of("cat", "dog", "frog");
  private static final double[][] COUNTS = {{6, 2, 0}, {0, 5, 5}, {0, 0, 0}};

  @Test
  void a_cell_is_the_share_of_its_row_in_per_cent() {
    assertThat(cells(ConfusionChart.of(NAMES, COUNTS)))
        .containsExactly(cell(0, 2, 75), cell(1, 2, 25), cell(1, 1, 50), cell(2, 1, 50));
  }

  @Test
  void the_first_class_is_the_top_row_and_the_left_column() {
    HeatMapSeries series = xchart(ConfusionChart.of(NAMES, COUNTS)).getHeatMapSeries();
    assertThat(series.getXData()).isEqualTo(List.of("cat", "dog", "frog"));
    assertThat(series.getYData()).isEqualTo(List.of("frog", "dog", "cat"));
  }

  @Test
  void colors_go_from_paper_to_one_on_which_ink_can_be_read() {
    HeatMapChart chart = xchart(ConfusionChart.of(NAMES, COUNTS).theme(Theme.DARK));
    assertThat(chart.getStyler().getRangeColors())
        .startsWith(Theme.DARK.paper())
        .endsWith(Theme.DARK.heat());
    assertThat(chart.getStyler().getValueFontColor()).isEqualTo(Theme.DARK.ink());
  }

  @Test
  void numbers_are_left_out_where_they_do_not_fit() {
    List<String> many = IntStream.range(0, 21).mapToObj(String::valueOf).toList();
    assertThat(xchart(ConfusionChart.of(NAMES, COUNTS)).getStyler().isShowValue()).isTrue();
    double[][] counts = new double[21][21];
    counts[0][0] = 1;
    assertThat(xchart(ConfusionChart.of(many, counts)).getStyler().isShowValue()).isFalse();
  }

  @Test
  void the_last_column_has_its_label_also_where_that_is_long() throws IOException {
    List<String> names =
        IntStream.range(0, 10).mapToObj(i -> i < 9 ? "c" + i : "three-petal star").toList();
    double[][] counts = new double[10][10];
    IntStream.range(0, 10).forEach(i -> counts[i][i] = 1);
    byte[] png = ConfusionChart.of(names, counts).chart().png();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int ink = 0;
    for (int x = image.getWidth() - 100; x < image.getWidth(); x++) {
      for (int y = image.getHeight() - 250; y < image.getHeight() - 70; y++) {
        ink += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
      }
    }
    assertThat(ink).as("dark pixels below the last column").isGreaterThan(200);
  }

  @Test
  void a_matrix_without_an_image_is_refused() {
    assertThatThrownBy(() -> ConfusionChart.of(NAMES, new double[3][3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            a confusion chart needs an image, got counts of 0 only.
            Fix: ConfusionChart.of(evaluation.classNames(), evaluation.confusion())"""
                .replace("\n", System.lineSeparator()));
  }

  @Test
  void what_was_given_is_copied() {
    double[][] counts = {{1, 1}, {0, 1}};
    ConfusionChart chart = ConfusionChart.of(List.of("a", "b"), counts);
    counts[0][1] = 99;
    assertThat(cells(chart)).contains(cell(1, 1, 50));
  }

  @Test
  void a_matrix_of_another_size_is_refused() {
    assertThatThrownBy(() -> ConfusionChart.of(NAMES, new double[2][3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            3 classes need a confusion matrix of 3 × 3, got 2 rows of 3 columns.
            Fix: ConfusionChart.of(evaluation.classNames(), evaluation.confusion())"""
                .replace("\n", System.lineSeparator()));
  }

  private static List<Number> cell(int column, int row, double percent) {
    return List.of(column, row, percent);
  }

  private static List<List<Number>> cells(ConfusionChart chart) {
    return xchart(chart).getHeatMapSeries().getHeatData().stream().map(List::<Number>of).toList();
  }

  private static HeatMapChart xchart(ConfusionChart chart) {
    return (HeatMapChart) chart.chart().xchart();
  }
}
