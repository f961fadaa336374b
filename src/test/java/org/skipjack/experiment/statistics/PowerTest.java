package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {

  @Test
  void a_published_example_comes_out_as_published() {
    // R's ?power.t.test: n = 20, delta = 1 prints 0.8689528 without the other tail, which is 2e-7;
    // power = 0.90, delta = 1 asks for n = 22.02110.
    assertThat(Power.unpaired(1, 20, 0.05)).isCloseTo(0.8689528, within(3e-7));
    assertThat(Power.eachFor(0.9, 1, 0.05)).hasValue(23);
  }

  @Test
  void five_seeds_are_too_few_for_56_layers_against_110() {
    double deviation = Math.sqrt((0.27 * 0.27 + 0.20 * 0.20) / 2);

    assertThat(Power.eachFor(Power.USUAL, 0.26 / deviation, 0.05)).hasValue(15);
  }

  @ParameterizedTest
  @CsvSource({"0.5", "1", "2.5", "-0.8", "20"})
  void the_least_number_of_pairs_is_enough_and_one_less_is_not(double effect) {
    int pairs = Power.pairsFor(0.8, effect, 0.05).orElseThrow();

    assertThat(Power.paired(effect, pairs, 0.05)).isGreaterThanOrEqualTo(0.8);
    assertThat(pairs == 2 || Power.paired(effect, pairs - 1, 0.05) < 0.8).isTrue();
  }

  @Test
  void no_number_of_seeds_finds_nothing() {
    assertThat(Power.pairsFor(0.8, 0, 0.05)).isEmpty();
    assertThat(Power.pairsFor(0.8, Double.NaN, 0.05)).isEmpty();
    assertThat(Power.paired(0, 7, 0.05)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void what_can_be_detected_has_the_power_that_was_asked_for() {
    double effect = Power.detectable(0.8, 5, 0.05);

    assertThat(Power.paired(effect, 5, 0.05)).isCloseTo(0.8, within(1e-6));
  }
}
