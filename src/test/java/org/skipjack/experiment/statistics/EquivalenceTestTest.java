package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalenceTestTest {
  private static final int SIMULATIONS = 20_000;

  @Test
  void it_rejects_where_the_interval_of_one_less_twice_the_level_lies_within_the_margin() {
    Random random = new Random(4);
    int rejected = 0;
    for (int i = 0; i < 2_000; i++) {
      int pairs = 2 + random.nextInt(9);
      double mean = random.nextGaussian();
      Sample differences =
          Sample.of(random.doubles(pairs).map(u -> mean + random.nextGaussian()).toArray());
      double level = EquivalenceTest.intervalLevel(0.05);
      Interval interval = PairedTest.of(differences, level).interval();
      boolean within = -1.5 < interval.low() && interval.high() < 1.5;

      assertThat(EquivalenceTest.of(differences, 1.5).p() < 0.05).isEqualTo(within);
      rejected += within ? 1 : 0;
    }
    assertThat(rejected).isBetween(200, 1_800);
  }

  @Test
  void without_spread_nothing_is_shown() {
    assertThat(EquivalenceTest.of(Sample.of(0, 0, 0), 1).p()).isEqualTo(1);
    assertThat(EquivalenceTest.of(Sample.of(0), 1).p()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 10", "2, 0.5, 5", "3, 0, 3", "0.5, 0.2, 40", "1, 1, 12"})
  void its_power_is_the_share_of_simulated_comparisons(
      double margin, double difference, int pairs) {
    Random random = new Random(7);
    double verified = 0;
    for (int i = 0; i < SIMULATIONS; i++) {
      double[] values =
          random.doubles(pairs).map(u -> difference + random.nextGaussian()).toArray();
      verified += EquivalenceTest.of(Sample.of(values), margin).p() < 0.05 ? 1 : 0;
    }
    double power = EquivalenceTest.power(margin, difference, pairs, 0.05);

    assertThat(verified / SIMULATIONS)
        .isCloseTo(power, within(4 * Math.sqrt(power * (1 - power) / SIMULATIONS)));
  }

  @Test
  void at_the_margin_it_is_verified_no_more_often_than_its_level_says() {
    for (int pairs : new int[] {2, 3, 5, 10, 40}) {
      for (double margin : new double[] {0.1, 1, 5}) {
        assertThat(EquivalenceTest.power(margin, margin, pairs, 0.05)).isLessThan(0.05 + 1e-5);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.3", "0.5", "1", "4"})
  void the_least_number_of_pairs_is_enough_and_one_less_is_not(double margin) {
    int pairs = EquivalenceTest.pairsFor(0.8, margin, 0.05).orElseThrow();

    assertThat(EquivalenceTest.power(margin, 0, pairs, 0.05)).isGreaterThanOrEqualTo(0.8);
    assertThat(EquivalenceTest.power(margin, 0, pairs - 1, 0.05)).isLessThan(0.8);
  }

  @Test
  void a_margin_far_below_the_spread_takes_more_seeds_than_anybody_trains() {
    assertThat(EquivalenceTest.pairsFor(0.8, 0.01, 0.05)).isEmpty();
    assertThat(EquivalenceTest.pairsFor(0.8, Double.NaN, 0.05)).isEmpty();
  }
}
