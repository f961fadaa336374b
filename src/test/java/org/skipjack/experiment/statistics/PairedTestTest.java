package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against figures that others published. */
class PairedTestTest {
  /** Hours of additional sleep with two drugs, ten patients (Cushny and Peebles 1905). */
  static final Sample SLEEP_1 = Sample.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);

  static final Sample SLEEP_2 = Sample.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

  @Test
  void students_own_example_comes_out_as_published() {
    // Student 1908, "The probable error of a mean", as R's ?t.test prints it.
    PairedDifference sleep = PairedDifference.of(SLEEP_1, SLEEP_2, 0.95, new java.util.Random(1));

    assertThat(sleep.differences().mean()).isCloseTo(-1.58, within(1e-12));
    assertThat(sleep.test().t()).isCloseTo(-4.0621, within(5e-5));
    assertThat(sleep.test().degreesOfFreedom()).isEqualTo(9);
    assertThat(sleep.test().p()).isCloseTo(0.002833, within(5e-7));
    assertThat(sleep.test().interval().low()).isCloseTo(-2.4598858, within(5e-8));
    assertThat(sleep.test().interval().high()).isCloseTo(-0.7001142, within(5e-8));
  }

  @Test
  void one_difference_tells_nothing() {
    PairedTest test = PairedTest.of(Sample.of(3), 0.95);

    assertThat(test.p()).isEqualTo(1);
    assertThat(test.interval())
        .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95));
  }

  @Test
  void equal_differences_tell_nothing_of_their_spread() {
    PairedTest test = PairedTest.of(Sample.of(0.01, 0.01, 0.01), 0.95);

    assertThat(test.p()).isEqualTo(1);
    assertThat(test.t()).isNaN();
  }
}
