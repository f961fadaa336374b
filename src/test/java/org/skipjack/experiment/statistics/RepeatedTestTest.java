package org.skipjack.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedTestTest {
  private static final int SIMULATIONS = 100_000;

  @ParameterizedTest
  @CsvSource({"3, 20, 1, 0.05", "2, 6, 1, 0.05", "5, 20, 5, 0.01", "3, 10, 2, 0.1"})
  void it_keeps_its_level(int first, int last, int step, double level) {
    RepeatedTest rule = RepeatedTest.of(first, last, step, level);

    double error = Math.sqrt(level * (1 - level) / SIMULATIONS);
    assertThat(shareThatReject(rule)).isCloseTo(level, within(4 * error));
  }

  @Test
  void without_correction_it_would_not() {
    assertThat(shareThatReject(new RepeatedTest(3, 20, 1, 0.05, 0.05))).isGreaterThan(0.15);
  }

  /** Normal differences with mean zero, looked at as the rule says. */
  private static double shareThatReject(RepeatedTest rule) {
    double[] critical = new double[rule.last() + 1];
    for (int look : rule.looks()) {
      critical[look] = PairedTest.critical(1 - rule.nominalLevel(), look - 1.0);
    }
    Random random = new Random(11);
    int rejected = 0;
    for (int i = 0; i < SIMULATIONS; i++) {
      rejected += rejects(critical, random) ? 1 : 0;
    }
    return (double) rejected / SIMULATIONS;
  }

  private static boolean rejects(double[] critical, Random random) {
    double sum = 0;
    double squares = 0;
    for (int n = 1; n < critical.length; n++) {
      double difference = random.nextGaussian();
      sum += difference;
      squares += difference * difference;
      double deviation = Math.sqrt((squares - sum * sum / n) / (n - 1));
      if (critical[n] > 0 && Math.abs(sum) / Math.sqrt(n) > critical[n] * deviation) {
        return true;
      }
    }
    return false;
  }

  @Test
  void a_look_has_the_nominal_level() {
    RepeatedTest rule = RepeatedTest.of(3, 10, 1, 0.05);
    Sample differences = Sample.of(0.9, 1.4, 2.2, 1.1);

    assertThat(rule.at(differences).p()).isEqualTo(PairedTest.of(differences, 0.95).p());
    assertThat(rule.at(differences).interval().level()).isEqualTo(1 - rule.nominalLevel());
  }

  @Test
  void one_look_is_the_usual_test() {
    RepeatedTest rule = RepeatedTest.of(5, 5, 1, 0.05);

    assertThat(rule.nominalLevel()).isEqualTo(0.05);
    assertThat(rule.looks()).containsExactly(5);
  }

  @Test
  void the_last_look_ends_the_budget() {
    assertThat(RepeatedTest.of(3, 10, 3, 0.05).looks()).containsExactly(3, 6, 9, 10);
  }

  @Test
  void the_known_variance_limit_is_pococks() {
    // Pocock 1977, table 1: five looks at 0.05, nominal level 0.0158. Many differences between
    // looks make t normal.
    assertThat(RepeatedTest.of(40, 200, 40, 0.05).nominalLevel()).isCloseTo(0.0158, within(3e-4));
  }

  @Test
  void looks_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> RepeatedTest.of(1, 5, 1, 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the first look is at 1 seeds, expected 2 or more.%nFix: looks from 3 to 20 seeds, one at a time, at 0.05"
                .formatted());
    assertThatThrownBy(() -> RepeatedTest.of(5, 3, 1, 0.05))
        .hasMessageContaining("before the first");
    assertThatThrownBy(() -> RepeatedTest.of(5, 500, 1, 0.05)).hasMessageContaining("at most 200");
  }
}
