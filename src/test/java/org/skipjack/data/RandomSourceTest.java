package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomSourceTest {
  private final RandomSource random = Seed.of(1234567).random();

  @Nested
  class The_same_on_every_platform {
    @Test
    void words_are_those_that_others_publish_for_splitmix64() {
      assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
      assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
      assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
      assertThat(random.nextLong()).isEqualTo(4593380528125082431L);
      assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("16408922859458223821");
    }

    @Test
    void the_first_word_of_seed_zero_is_the_mixed_step() {
      assertThat(Seed.of(0).random().nextLong()).isEqualTo(0xE220_A839_7B1D_CDAFL);
    }

    @Test
    void every_other_kind_of_number_is_pinned() {
      assertThat(random.nextInt()).isEqualTo(1503580183);
      assertThat(random.nextInt(1_000)).isEqualTo(173);
      assertThat(random.nextBoolean()).isTrue();
      assertThat(random.nextDouble()).isEqualTo(0.24900765738229136);
      assertThat(random.nextDouble(-1, 1)).isEqualTo(0.779058981237166);
      assertThat(random.nextFloat()).isEqualTo(0.4230879f);
      assertThat(random.nextGaussian()).isEqualTo(0.6368107141368122);
      assertThat(random.nextGaussian()).isEqualTo(-1.5786328957549125);
      assertThat(random.permutation(8)).containsExactly(0, 7, 6, 4, 2, 3, 1, 5);
    }
  }

  @Test
  void bounded_numbers_are_equally_likely_where_a_remainder_would_not_be() {
    int bound = 3 << 29;
    long lower = IntStream.range(0, 30_000).filter(i -> random.nextInt(bound) < bound / 3).count();

    // The remainder of a 31-bit word would put half of them into the lowest third.
    assertThat(lower / 30_000.0).isCloseTo(1 / 3.0, within(0.015));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 1_000, Integer.MAX_VALUE})
  void bounded_numbers_stay_below_their_bound(int bound) {
    assertThat(IntStream.range(0, 1_000).map(i -> random.nextInt(bound)))
        .allMatch(number -> number >= 0 && number < bound);
  }

  @Test
  void a_bound_of_zero_is_refused() {
    assertThatThrownBy(() -> random.nextInt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the bound of a random number must be positive, got 0.");
  }

  @Test
  void fractions_lie_from_zero_to_below_one_and_average_one_half() {
    double[] fractions =
        IntStream.range(0, 100_000).mapToDouble(i -> random.nextDouble()).toArray();

    assertThat(Arrays.stream(fractions)).allMatch(fraction -> fraction >= 0 && fraction < 1);
    assertThat(Arrays.stream(fractions).average()).hasValueCloseTo(0.5, within(0.005));
  }

  @Test
  void gaussian_numbers_have_mean_zero_variance_one_and_thin_tails() {
    double[] numbers =
        IntStream.range(0, 100_000).mapToDouble(i -> random.nextGaussian()).toArray();

    assertThat(Arrays.stream(numbers).average()).hasValueCloseTo(0.0, within(0.01));
    assertThat(Arrays.stream(numbers).map(x -> x * x).average()).hasValueCloseTo(1.0, within(0.02));
    assertThat(Arrays.stream(numbers).map(x -> x * x * x * x).average())
        .hasValueCloseTo(3.0, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100, 6_000})
  void a_permutation_has_every_number_once(int size) {
    assertThat(Arrays.stream(random.permutation(size)).sorted().toArray())
        .isEqualTo(IntStream.range(0, size).toArray());
  }

  @Test
  void all_orders_of_three_are_equally_likely() {
    int[] counts = new int[27];
    for (int i = 0; i < 60_000; i++) {
      int[] order = random.permutation(3);
      counts[order[0] * 9 + order[1] * 3 + order[2]]++;
    }

    assertThat(Arrays.stream(counts).filter(count -> count > 0))
        .hasSize(6)
        .allMatch(count -> Math.abs(count - 10_000) < 400);
  }

  @Test
  void a_permutation_of_fewer_than_none_is_refused() {
    assertThatThrownBy(() -> random.permutation(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a permutation needs a size of 0 or more, got -1.");
  }
}
