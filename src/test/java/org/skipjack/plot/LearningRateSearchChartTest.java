package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.plot.Charts.labels;
import static org.skipjack.plot.Charts.series;
import static org.skipjack.plot.Charts.xy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.train.LearningRateSearch;
import org.skipjack.train.LearningRateSearch.Point;

class LearningRateSearchChartTest {
  private final LearningRateSearch search =
      new LearningRateSearch(
          List.of(
              new Point(0.001, 2.4, 2.3),
              new Point(0.01, 1.9, 2.0),
              new Point(0.1, 1.2, 1.5),
              new Point(1, 40, 9)));

  @Test
  void losses_and_their_average_stand_over_rates_by_powers_of_ten() {
    Chart chart = LearningRateSearchChart.of(search).chart();

    assertThat(xy(chart).getStyler().isXAxisLogarithmic()).isTrue();
    assertThat(series(chart, "average").getXData()).containsExactly(0.001, 0.01, 0.1, 1);
    assertThat(series(chart, "loss").getYData()).startsWith(2.4, 1.9, 1.2);
    assertThat(labels(chart)).containsExactly("loss", "average", "suggested 0.010");
  }

  @Test
  void the_dot_is_on_the_average_at_the_suggested_rate() {
    Chart chart = LearningRateSearchChart.of(search).chart();

    assertThat(series(chart, "suggested").getXData()).containsExactly(search.suggestedRate());
    assertThat(series(chart, "suggested").getYData()).containsExactly(2.0);
  }

  @Test
  void what_is_far_above_the_first_loss_is_cut_at_the_top() {
    Chart chart = LearningRateSearchChart.of(search).chart();
    double top = xy(chart).getStyler().getYAxisMax();

    assertThat(top).isEqualTo(1.5 * 2.3);
    assertThat(Arrays.stream(series(chart, "loss").getYData()).max()).hasValue(top);
  }

  @Test
  void it_is_drawn_on_both_papers() {
    byte[] light = LearningRateSearchChart.of(search).chart().png();
    byte[] dark = LearningRateSearchChart.of(search).theme(Theme.DARK).chart().png();

    assertThat(light).isNotEqualTo(dark).startsWith(0x89, 'P', 'N', 'G');
  }
}
