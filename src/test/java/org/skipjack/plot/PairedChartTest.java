package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.plot.Charts.labels;
import static org.skipjack.plot.Charts.series;
import static org.skipjack.plot.Charts.xy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;
import org.skipjack.plot.PairedChart.Row;

class PairedChartTest {
  private static final Row TRAINING =
      new Row("a − b", true, List.of(0.02, 0.04, 0.03), 0.03, 0.005, 0.055);
  private static final Row TEST =
      new Row(
          "a − b",
          false,
          List.of(-0.01),
          -0.01,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY);

  @Test
  void every_seed_is_a_dot_and_the_interval_a_line() {
    Chart chart = PairedChart.of(List.of(TRAINING, TEST)).chart();

    assertThat(series(chart, "a − b, training").getXData()).containsExactly(2, 4, 3);
    assertThat(series(chart, "a − b, training interval").getXData()).containsExactly(0.5, 5.5);
    assertThat(series(chart, "a − b, training mean").getXData()).containsExactly(3);
    assertThat(((RoundMarker) series(chart, "a − b, training").getMarker()).hollow()).isTrue();
    assertThat(((RoundMarker) series(chart, "a − b, test").getMarker()).hollow()).isFalse();
    assertThat(labels(chart)).containsExactly("training a − b", "test a − b");
  }

  @Test
  void an_interval_that_nothing_is_known_of_is_not_drawn() {
    Chart chart = PairedChart.of(List.of(TEST)).chart();

    assertThat(xy(chart).getSeries("a − b, test interval")).isNull();
  }

  @Test
  void zero_stands_in_the_middle() {
    Chart chart = PairedChart.of(List.of(TRAINING)).chart();
    XYSeries zero = series(chart, "zero");

    assertThat(zero.getXData()).containsExactly(0, 0);
    assertThat(xy(chart).getStyler().getXAxisMin()).isEqualTo(-xy(chart).getStyler().getXAxisMax());
  }

  @Test
  void nothing_to_draw_is_refused() {
    assertThatThrownBy(() -> PairedChart.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Fix: ");
  }
}
