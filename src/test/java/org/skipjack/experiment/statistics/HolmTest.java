package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void the_least_counts_most() {
    assertThat(Holm.correct(List.of(0.04, 0.01, 0.03, 0.005)))
        .containsExactly(0.06, 0.03, 0.06, 0.02);
  }

  @Test
  void one_stays_as_it_is() {
    assertThat(Holm.correct(List.of(0.2))).containsExactly(0.2);
    assertThat(Holm.correct(List.of())).isEmpty();
  }

  @Test
  void none_exceeds_one() {
    assertThat(Holm.correct(List.of(0.9, 0.6))).containsExactly(1.0, 1.0);
  }
}
