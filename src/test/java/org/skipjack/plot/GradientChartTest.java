package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.plot.Charts.labels;
import static org.skipjack.plot.Charts.series;
import static org.skipjack.plot.Charts.xy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.plot.GradientChart.Series;

class GradientChartTest {
  private static final List<Long> PLACES = List.of(5L, 10L, 15L);

  @Test
  void seeds_of_one_net_are_a_line_at_their_geometric_mean_in_a_band() {
    Chart chart =
        GradientChart.of(
                List.of(
                    new Series("plain", PLACES, List.of(1.0, 4.0, 0.01)),
                    new Series("residual", PLACES, List.of(2.0, 2.0, 2.0)),
                    new Series("plain", PLACES, List.of(4.0, 4.0, 1.0))))
            .chart();

    assertThat(labels(chart)).containsExactly("plain", "residual");
    assertThat(series(chart, "plain").getXData()).containsExactly(5, 10, 15);
    assertThat(series(chart, "plain").getYData())
        .containsExactly(new double[] {2, 4, 0.1}, within(1e-12));
    assertThat(series(chart, "plain band").getYData()).containsExactly(1, 4, 0.01, 1, 4, 4);
    assertThat(xy(chart).getStyler().isYAxisLogarithmic()).isTrue();
    assertThat(chart.svg()).contains("<svg");
  }

  @Test
  void what_has_no_logarithm_ends_a_line() {
    Chart chart =
        GradientChart.of(
                List.of(
                    new Series("dies", PLACES, List.of(1.0, 0.0, 2.0)),
                    new Series("dead", PLACES, List.of(0.0, 0.0, 0.0))))
            .chart();

    assertThat(labels(chart)).containsExactly("dies");
    assertThat(series(chart, "dies").getXData()).containsExactly(5);
    assertThatThrownBy(() -> GradientChart.of(List.of()))
        .hasMessageContaining("a chart of gradients needs one, got none");
  }
}
