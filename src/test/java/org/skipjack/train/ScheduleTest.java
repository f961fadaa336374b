package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  @ParameterizedTest
  @CsvSource({"0, 0.1", "50, 0.1", "99, 0.1"})
  void a_constant_stays(long iteration, double rate) {
    assertThat(Schedule.constant(0.1).learningRate(iteration, 100)).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.1",
    "31_999, 0.1",
    "32_000, 0.01",
    "47_999, 0.01",
    "48_000, 0.001",
    "63_999, 0.001"
  })
  void steps_are_those_of_the_paper_at_its_64k_iterations(String iteration, double rate) {
    long number = Long.parseLong(iteration.replace("_", ""));

    assertThat(Schedule.steps(0.1).learningRate(number, 64_000)).isCloseTo(rate, within(1e-15));
  }

  @Test
  void steps_may_stand_elsewhere() {
    Schedule schedule = new Schedule.Steps(1, List.of(0.25));

    assertThat(schedule.learningRate(24, 100)).isEqualTo(1);
    assertThat(schedule.learningRate(25, 100)).isEqualTo(0.1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.2",
    "25, 0.17071067811865476",
    "50, 0.1",
    "75, 0.02928932188134524",
    "99, 0.00004934396342684"
  })
  void a_cosine_falls_from_the_rate_to_nearly_zero(long iteration, double rate) {
    assertThat(Schedule.cosine(0.2).learningRate(iteration, 100)).isCloseTo(rate, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_rate_that_is_not_a_positive_number_is_refused(double rate) {
    String message =
        "learning rate is %s, expected a number above 0.\nFix: 0.1 as in He et al. 2015"
            .formatted(rate);

    assertThatThrownBy(() -> Schedule.constant(rate))
        .message()
        .isEqualToNormalizingNewlines(message);
    assertThatThrownBy(() -> Schedule.steps(rate)).message().isEqualToNormalizingNewlines(message);
    assertThatThrownBy(() -> Schedule.cosine(rate)).message().isEqualToNormalizingNewlines(message);
  }
}
