package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PixelStatisticsTest {
  @Test
  void mean_and_deviation_are_by_channel_over_all_pixels() {
    byte[] pixels = {0, -1, 51, 51, -1, 0, 51, 51};
    Dataset set = Dataset.of("two", List.of("a"), 2, 1, 2, new byte[2], pixels);

    PixelStatistics statistics = PixelStatistics.of(set);

    assertThat(statistics.mean()).hasSize(2);
    assertThat(statistics.mean().get(0)).isCloseTo(0.5, within(1e-12));
    assertThat(statistics.deviation().get(0)).isCloseTo(0.5, within(1e-12));
    assertThat(statistics.mean().get(1)).isCloseTo(0.2, within(1e-12));
    assertThat(statistics.deviation().get(1)).isZero();
  }
}
