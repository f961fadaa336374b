package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.plot.Charts.series;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;
import org.skipjack.train.recipe.Recipe;

class LearningRateChartTest {

  @Test
  void the_papers_rate_falls_by_ten_at_32k_and_48k() {
    Chart chart =
        LearningRateChart.of(List.of(new LearningRateChart.Series("he", Recipe.he(), 50_000)))
            .chart();

    XYSeries line = series(chart, "0 he");
    assertThat(line.getXData()[0]).isZero();
    assertThat(line.getXData()[line.getXData().length - 1]).isEqualTo(63_999);
    for (int i = 0; i < line.getXData().length; i++) {
      double iteration = line.getXData()[i];
      double rate = iteration < 32_000 ? 0.1 : iteration < 48_000 ? 0.01 : 0.001;
      assertThat(line.getYData()[i]).isCloseTo(rate, within(1e-12));
    }
  }

  @Test
  void one_update_is_one_point() {
    Recipe one = Recipe.DEFAULT.withEpochs(1);
    Chart chart =
        LearningRateChart.of(List.of(new LearningRateChart.Series("one", one, 20))).chart();

    assertThat(series(chart, "0 one").getXData()).containsExactly(0);
    assertThat(chart.svg()).startsWith("<svg");
  }

  @Test
  void nothing_to_draw_is_refused() {
    assertThatThrownBy(() -> LearningRateChart.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Fix: ");
  }
}
