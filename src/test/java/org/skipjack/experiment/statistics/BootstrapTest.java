package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void equal_values_have_an_interval_without_width() {
    assertThat(Bootstrap.of(Sample.of(2, 2, 2), 0.95, new Random(1)))
        .isEqualTo(new Interval(2, 2, 0.95));
  }

  @Test
  void many_normal_values_have_nearly_the_interval_of_t() {
    Random random = new Random(3);
    double[] values = random.doubles(200).map(u -> random.nextGaussian()).toArray();
    Sample sample = Sample.of(values);

    Interval t = PairedTest.of(sample, 0.95).interval();
    Interval bootstrap = Bootstrap.of(sample, 0.95, new Random(1));

    assertThat(bootstrap.low()).isCloseTo(t.low(), within(0.1 * t.halfWidth()));
    assertThat(bootstrap.high()).isCloseTo(t.high(), within(0.1 * t.halfWidth()));
  }

  @Test
  void it_covers_a_skewed_mean_about_as_often_as_it_says() {
    Random random = new Random(5);
    int covered = 0;
    int samples = 300;
    for (int i = 0; i < samples; i++) {
      double[] values = random.doubles(30).map(u -> -Math.log(1 - u)).toArray();
      covered += Bootstrap.of(Sample.of(values), 0.9, new Random(i)).contains(1) ? 1 : 0;
    }
    assertThat(covered / (double) samples).isBetween(0.82, 0.95);
  }
}
