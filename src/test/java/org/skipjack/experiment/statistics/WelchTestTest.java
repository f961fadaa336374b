package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.skipjack.experiment.statistics.WelchTest.Published;

/** Five seeds each of three residual nets on CIFAR-10, test error in %, as nabla0001 reports. */
class WelchTestTest {
  private static final Published RESNET_20 = new Published(8.51, 0.22, 5);
  private static final Published RESNET_56 = new Published(7.40, 0.27, 5);
  private static final Published RESNET_110 = new Published(7.14, 0.20, 5);

  @Test
  void fifty_six_and_110_layers_are_not_told_apart() {
    WelchTest test = WelchTest.of(RESNET_56, RESNET_110, 0.95);

    assertThat(test.p()).isCloseTo(0.125, within(5e-4));
    assertThat(test.interval().contains(0)).isTrue();
  }

  @Test
  void twenty_and_fifty_six_layers_are() {
    WelchTest test = WelchTest.of(RESNET_20, RESNET_56, 0.95);

    assertThat(test.p()).isCloseTo(1.2e-4, within(1e-5));
    assertThat(test.interval().low()).isPositive();
  }

  @Test
  void students_own_example_comes_out_as_published() {
    // As R's ?t.test prints it, t.test(extra ~ group, data = sleep).
    Sample first = PairedTestTest.SLEEP_1;
    Sample second = PairedTestTest.SLEEP_2;

    WelchTest test =
        WelchTest.of(
            new Published(first.mean(), first.standardDeviation(), 10),
            new Published(second.mean(), second.standardDeviation(), 10),
            0.95);

    assertThat(test.t()).isCloseTo(-1.8608, within(5e-5));
    assertThat(test.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
    assertThat(test.p()).isCloseTo(0.07939, within(5e-6));
    assertThat(test.interval().low()).isCloseTo(-3.3654832, within(5e-8));
    assertThat(test.interval().high()).isCloseTo(0.2054832, within(5e-8));
  }
}
