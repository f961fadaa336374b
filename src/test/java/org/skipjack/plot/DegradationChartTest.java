package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.plot.Charts.dashed;
import static org.skipjack.plot.Charts.labels;
import static org.skipjack.plot.Charts.series;
import static org.skipjack.plot.Charts.xy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.skipjack.plot.DegradationChart.Point;

class DegradationChartTest {
  private static final List<Point> SEEDS =
      List.of(
          new Point("plain", 32, 0.30, 0.34),
          new Point("plain", 8, 0.08, 0.12),
          new Point("plain", 32, 0.40, 0.42),
          new Point("plain", 8, 0.08, 0.12),
          new Point("residual", 8, 0.06, 0.11),
          new Point("residual", 32, 0.02, 0.10));

  @Test
  void lines_join_the_means_in_the_order_of_depths() {
    Chart chart = DegradationChart.of(SEEDS).chart();
    assertThat(series(chart, "plain training").getYData())
        .containsExactly(new double[] {8, 35}, within(1e-9));
    assertThat(series(chart, "plain test").getYData())
        .containsExactly(new double[] {12, 38}, within(1e-9));
    assertThat(dashed(series(chart, "plain training"))).isTrue();
    assertThat(dashed(series(chart, "plain test"))).isFalse();
  }

  @Test
  void each_seed_is_a_dot_of_its_own_place_without_a_line() {
    XYSeries seeds = series(DegradationChart.of(SEEDS).chart(), "plain training seeds");
    assertThat(seeds.getYData()).containsExactly(30, 8, 40, 8);
    assertThat(seeds.getXData()).doesNotHaveDuplicates();
    assertThat(seeds.getLineStyle()).isSameAs(SeriesLines.NONE);
    assertThat(((RoundMarker) seeds.getMarker()).hollow()).isTrue();
  }

  @Test
  void a_family_has_one_color() {
    Chart chart = DegradationChart.of(SEEDS).chart();
    for (String id : List.of("residual training", "residual test")) {
      assertThat(series(chart, id).getLineColor()).isEqualTo(Theme.LIGHT.colors().get(1));
      assertThat(series(chart, id + " seeds").getMarkerColor())
          .isEqualTo(Theme.LIGHT.colors().get(1));
    }
  }

  @Test
  void the_legend_names_families_strokes_and_means() {
    Chart chart = DegradationChart.of(SEEDS).chart();
    assertThat(xy(chart).getStyler().getLegendPosition()).isEqualTo(LegendPosition.OutsideE);
    assertThat(labels(chart))
        .containsExactly("plain", "residual", "training", "test", "mean of seeds");
  }

  @Test
  void without_a_second_seed_there_is_no_mean_to_explain() {
    assertThat(labels(DegradationChart.of(SEEDS.subList(0, 2)).chart()))
        .containsExactly("plain", "training", "test");
  }

  @Test
  void published_errors_stand_beside_ours_with_an_outline_for_each_source() {
    Chart chart =
        DegradationChart.of(SEEDS)
            .references(
                List.of(
                    new PublishedError("paper", "plain", 8, 0.10),
                    new PublishedError("other", "residual", 32, 0.50),
                    new PublishedError("paper", "residual", 8, 0.09),
                    new PublishedError("nobody", "plain", 110, 0.60)))
            .chart();

    XYSeries paper = series(chart, "plain by paper");
    assertThat(paper.getYData()).containsExactly(10);
    assertThat(paper.getXData()[0]).isGreaterThan(series(chart, "plain test").getXData()[0]);
    assertThat(paper.getMarkerColor()).isEqualTo(Theme.LIGHT.colors().get(0));
    assertThat(paper.getMarker()).isInstanceOf(MarkerShape.class);
    assertThat(series(chart, "residual by other").getYData()).containsExactly(50);
    assertThat(labels(chart)).endsWith("mean of seeds", "paper", "other");
    assertThat(xy(chart).getStyler().getYAxisMax()).isEqualTo(50.0);
  }

  @Test
  void more_sources_than_signs_are_refused() {
    List<PublishedError> many = new ArrayList<>();
    for (int i = 0; i <= MarkerShape.MOST; i++) {
      many.add(new PublishedError("source " + i, "plain", 8, 0.1));
    }
    assertThatThrownBy(() -> DegradationChart.of(SEEDS).references(many))
        .hasMessageContaining("has signs for 6 sources, got 7");
    assertThatThrownBy(() -> new PublishedError("paper", "plain", 8, 9.5))
        .hasMessageContaining("the test error of plain by paper");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 9, 14})
  void every_depth_has_its_label_and_no_other_place_has_one(int depths) {
    List<Point> points = new ArrayList<>();
    for (int i = 1; i <= depths; i++) {
      points.add(new Point("plain", 6 * i + 2, 0.1, 0.2));
    }
    Chart chart = DegradationChart.of(points).chart();
    Function<Double, String> label = xy(chart).getStyler().getXAxisTickLabelsFormattingFunction();
    List<String> drawn = new ArrayList<>();
    xy(chart)
        .getStyler()
        .setXAxisTickLabelsFormattingFunction(
            place -> {
              drawn.add(label.apply(place).replace('\u00A0', ' ').strip());
              return label.apply(place);
            });
    assertThat(chart.png()).isNotEmpty();
    assertThat(drawn.stream().filter(text -> !text.isEmpty()).distinct())
        .containsExactlyElementsOf(
            points.stream().map(point -> String.valueOf(point.depth())).toList());
  }

  @Test
  void an_error_in_per_cent_is_refused() {
    assertThatThrownBy(() -> new Point("plain", 20, 45, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                """
                the training error of plain 20 is 45.0, expected a share in [0, 1].
                Fix: divide per cent by 100"""));
  }

  @Test
  void nothing_to_draw_is_refused() {
    assertThatThrownBy(() -> DegradationChart.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                """
                a degradation chart needs a trained net, got none.
                Fix: DegradationChart.of(List.of(new Point("plain", 20, 0.08, 0.11)))"""));
  }

  private static String lines(String text) {
    return text.replace("\n", System.lineSeparator());
  }
}
