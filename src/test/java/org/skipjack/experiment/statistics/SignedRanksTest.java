package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedRanksTest {

  @Test
  void a_published_example_comes_out_as_published() {
    // Hollander and Wolfe 1973, p. 29: depression before and after tranquilliser; as R's
    // ?wilcox.test prints it, V = 40, one-sided p = 0.01953.
    double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    double[] differences = new double[before.length];
    java.util.Arrays.setAll(differences, i -> before[i] - after[i]);

    SignedRanks ranks = SignedRanks.of(Sample.of(differences));

    assertThat(ranks.sum()).isEqualTo(40);
    assertThat(ranks.p()).isCloseTo(2 * 0.01953, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0.5", "5, 0.0625", "6, 0.03125"})
  void the_least_p_is_that_of_one_sign_in_all(int pairs, double p) {
    double[] rising = new double[pairs];
    java.util.Arrays.setAll(rising, i -> i + 1);

    assertThat(SignedRanks.leastP(pairs)).isEqualTo(p);
    assertThat(SignedRanks.of(Sample.of(rising)).p()).isEqualTo(p);
  }

  @Test
  void zeros_are_left_out_and_equal_sizes_share_their_ranks() {
    SignedRanks ranks = SignedRanks.of(Sample.of(0, 2, -2, 2, 5, 0));

    assertThat(ranks.pairs()).isEqualTo(4);
    assertThat(ranks.sum()).isEqualTo(2 + 2 + 4);
    // Of 16 ways, those that sum to 8 or more, or to 2 or less: 8, 8, 8, 10 and 2, 2, 2, 0.
    assertThat(ranks.p()).isEqualTo(0.5);
  }

  @Test
  void nothing_but_zeros_shows_nothing() {
    assertThat(SignedRanks.of(Sample.of(0, 0))).isEqualTo(new SignedRanks(0, 0, 1));
  }

  @Test
  void without_ties_it_is_the_exact_test_of_the_library() {
    Random random = new Random(7);
    WilcoxonSignedRankTest library = WilcoxonSignedRankTest.withDefaults().with(PValueMethod.EXACT);
    for (int pairs = 2; pairs <= 40; pairs++) {
      double[] values = random.doubles(pairs, -1, 2).toArray();
      SignedRanks ours = SignedRanks.of(Sample.of(values));

      assertThat(ours.sum()).isEqualTo(library.statistic(values));
      assertThat(ours.p()).isCloseTo(library.test(values).getPValue(), within(1e-12));
    }
  }
}
