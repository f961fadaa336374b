package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.graph.Noise.Dropout;
import org.skipjack.graph.Noise.StochasticDepth;
import org.skipjack.graph.Shape;

class DropoutMaskTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void a_factor_is_zero_or_one_over_what_is_kept(double rate) {
    float kept = (float) (1 / (1 - rate));

    assertThat(DropoutMask.draw(1000, new Dropout(rate), 1))
        .containsOnly(0, kept)
        .contains(0, kept);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void the_share_of_zeros_is_the_rate(double rate) {
    float[] factors = DropoutMask.draw(40_000, new Dropout(rate), 2);
    int zeros = 0;
    for (float factor : factors) {
      zeros += factor == 0 ? 1 : 0;
    }

    assertThat(zeros / 40_000.0).isCloseTo(rate, within(4 * Math.sqrt(0.25 / 40_000)));
  }

  @Test
  void a_rate_of_zero_keeps_everything() {
    assertThat(DropoutMask.draw(1000, new Dropout(0), 3)).containsOnly(1);
  }

  @Test
  void a_block_survives_a_whole_batch_or_does_not_and_is_not_scaled_up() {
    StochasticDepth noise = new StochasticDepth(0.8);
    double survived = 0;
    for (int seed = 0; seed < 1000; seed++) {
      survived += DropoutMask.draw(1, noise, seed)[0];
    }

    assertThat(noise.factorSizes(Shape.image(3, 4, 5), 7)).containsExactly(1, 1, 1, 1);
    assertThat(survived / 1000).isCloseTo(0.8, within(4 * Math.sqrt(0.16 / 1000)));
  }

  @Test
  void the_seed_decides() {
    assertThat(DropoutMask.draw(100, new Dropout(0.5), 4))
        .isEqualTo(DropoutMask.draw(100, new Dropout(0.5), 4));
    assertThat(DropoutMask.draw(100, new Dropout(0.5), 4))
        .isNotEqualTo(DropoutMask.draw(100, new Dropout(0.5), 5));
  }
}
