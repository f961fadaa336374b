package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors are counts of images: what doubles do to their last bits is no spread. */
class SampleTest {
  private static final int TABLES = 300;

  /** Errors of two arms as a training gives them, and the differences as counts of images. */
  private record Counted(List<Integer> first, List<Integer> second, int images) {
    PairedDifference difference() {
      return PairedDifference.of(shares(first), shares(second), 0.95, new Random(1));
    }

    private Sample shares(List<Integer> wrong) {
      return new Sample(wrong.stream().map(one -> (double) one / images).toList());
    }

    /** The same differences as whole numbers, in which nothing is rounded. */
    Sample whole() {
      return Sample.of(
          IntStream.range(0, first.size())
              .mapToDouble(i -> first.get(i) - second.get(i))
              .toArray());
    }
  }

  private static Counted counted(Random random, int images, boolean constant) {
    int seeds = 2 + random.nextInt(9);
    int shift = random.nextInt(Math.max(2, images / 10));
    List<Integer> second = random.ints(seeds, 0, images - 4 - shift).boxed().toList();
    List<Integer> first =
        second.stream()
            .map(wrong -> wrong + shift + (constant ? 0 : random.nextInt(3) - (shift > 0 ? 1 : 0)))
            .map(wrong -> Math.max(0, wrong))
            .toList();
    return new Counted(first, second, images);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 100, 300, 999, 1_000, 10_000, 49_920, 1_281_167})
  void the_same_number_of_images_is_no_spread_whatever_rounding_makes_of_it(int images) {
    Random random = new Random(images);
    for (int i = 0; i < TABLES; i++) {
      PairedDifference found = counted(random, images, true).difference();

      assertThat(found.hasSpread()).isFalse();
      assertThat(found.differences().isConstant()).isTrue();
      assertThat(found.test().p()).isEqualTo(1);
      assertThat(found.test().t()).isNaN();
      assertThat(found.effect().d()).isNaN();
      assertThat(RepeatedTest.of(2, 2, 1, 0.05).at(found.differences()).p()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 100, 300, 999, 1_000, 10_000, 49_920, 1_281_167})
  void ranks_and_wins_of_shares_are_those_of_their_counts(int images) {
    Random random = new Random(images + 1);
    for (int i = 0; i < TABLES; i++) {
      Counted counted = counted(random, images, false);
      Sample whole = counted.whole();
      PairedDifference found = counted.difference();

      assertThat(found.ranks()).isEqualTo(SignedRanks.of(whole));
      assertThat(found.effect().wins()).isEqualTo(EffectSize.of(whole).wins());
      assertThat(found.hasSpread()).isEqualTo(!whole.isConstant());
    }
  }

  @Test
  void one_image_of_a_billion_is_a_spread() {
    assertThat(Sample.of(0.5, 0.5 + 1e-9).isConstant()).isFalse();
    assertThat(Sample.of(1e-9, 0).values()).containsExactly(1e-9, 0.0);
  }

  @Test
  void values_stay_in_their_order_and_zero_has_no_sign() {
    double third = 0.1 + 0.2;
    assertThat(Sample.of(0.7, -third, 0.3, -1e-17).values()).containsExactly(0.7, -0.3, 0.3, 0.0);
  }

  @Test
  void a_published_spread_that_is_none_is_refused() {
    for (double none : new double[] {0, 1e-17, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new WelchTest.Published(0.08, none, 5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected numbers and a spread above rounding");
    }
    assertThatThrownBy(() -> new WelchTest.Published(0.08, 0.01, 1))
        .hasMessage("a published spread is of 1 values, expected 2 or more");
  }
}
