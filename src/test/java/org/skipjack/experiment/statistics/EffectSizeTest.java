package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectSizeTest {

  @Test
  void it_is_the_mean_in_standard_deviations() {
    EffectSize effect = EffectSize.of(Sample.of(1, 2, 3, 4));

    assertThat(effect.d()).isCloseTo(2.5 / Math.sqrt(5 / 3.0), within(1e-12));
    // Hedges 1981, table 1: J(3) = 0.7236.
    assertThat(effect.g() / effect.d()).isCloseTo(0.7236, within(5e-5));
    assertThat(effect.wins()).isEqualTo(1);
  }

  @Test
  void a_tie_is_half_a_win() {
    assertThat(EffectSize.of(Sample.of(1, 0, -1, 0)).wins()).isEqualTo(0.5);
  }

  @Test
  void without_spread_there_is_none() {
    assertThat(EffectSize.of(Sample.of(1, 1)).d()).isNaN();
    assertThat(EffectSize.of(Sample.of(1, 2)).g()).isNaN();
  }

  @Test
  void the_interval_of_an_effect_leaves_the_observed_t_in_no_tail() {
    for (double t : new double[] {-5, -0.2, 0, 1.3, 12}) {
      for (int pairs : new int[] {2, 3, 10}) {
        Interval interval = EffectSize.interval(t, pairs, 0.95);

        assertThat(NoncentralT.above(t, pairs - 1.0, interval.low() * Math.sqrt(pairs)))
            .isCloseTo(0.025, within(1e-6));
        assertThat(NoncentralT.above(t, pairs - 1.0, interval.high() * Math.sqrt(pairs)))
            .isCloseTo(0.975, within(1e-6));
      }
    }
  }
}
