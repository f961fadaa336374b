package org.skipjack.train.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.train.health.LowestError;

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
  @CsvSource({"0, 0.1", "31_999, 0.1", "32_000, 0.01", "48_000, 0.001", "99_999, 0.001"})
  void a_rate_is_divided_at_the_iterations_named_however_many_there_are(String at, double rate) {
    long iteration = Long.parseLong(at.replace("_", ""));

    assertThat(Schedule.dividedAt(0.1, 32_000L, 48_000L).learningRate(iteration, 100_000))
        .isCloseTo(rate, within(1e-15));
  }

  /** The cosine of 60° is ½, so a third of the way up or down is a quarter of the way along. */
  @ParameterizedTest
  @CsvSource({"0, 0.016", "10, 0.112", "15, 0.208", "30, 0.4", "65, 0.2000008", "99, 0.000203"})
  void one_cycle_rises_to_its_peak_and_falls_to_nearly_nothing(long iteration, double rate) {
    assertThat(Schedule.oneCycle(0.4).learningRate(iteration, 100)).isCloseTo(rate, within(1e-6));
  }

  @Test
  void a_peak_stands_at_a_share_of_the_iterations() {
    assertThatThrownBy(() -> new Schedule.OneCycle(0.1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "the peak is at 1.0 of the iterations, expected a share between 0 and 1.\nFix: 0.3");
  }

  @ParameterizedTest
  @CsvSource({"0, 0.02", "1, 0.04", "4, 0.1", "5, 0.1", "55, 0.05", "105, 0"})
  void a_warm_up_rises_in_a_line_and_the_schedule_has_what_is_left(long iteration, double rate) {
    Schedule schedule = Schedule.warmUp(5, Schedule.cosine(0.1));

    assertThat(schedule.learningRate(iteration, 105)).isCloseTo(rate, within(1e-12));
  }

  @Test
  void a_warm_up_of_nothing_is_refused() {
    assertThatThrownBy(() -> Schedule.warmUp(0, Schedule.constant(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "the warm-up has 0 iterations, expected 1 to 1000000000.\nFix: 400");
  }

  @Test
  void the_rule_for_110_layers_waits_for_the_error_and_joins_the_schedule() {
    Schedule schedule = Schedule.lowUntil(0.01, 0.8, Schedule.steps(0.1));

    assertThat(schedule.learningRate(0, 64_000, 1)).isEqualTo(0.01);
    assertThat(schedule.learningRate(40_000, 64_000, 0.8)).isEqualTo(0.01);
    assertThat(schedule.learningRate(400, 64_000, 0.79)).isEqualTo(0.1);
    assertThat(schedule.learningRate(40_000, 64_000, 0.1)).isCloseTo(0.01, within(1e-15));
    assertThat(Schedule.warmUp(10, schedule).learningRate(10, 64_010, 0.9)).isEqualTo(0.01);
  }

  @Test
  void the_lowest_error_is_that_of_a_hundred_updates() {
    LowestError error = new LowestError();
    for (int i = 0; i < 99; i++) {
      error.add(1, 10);
    }
    assertThat(error.value()).isEqualTo(1);
    error.add(1, 10);
    assertThat(error.value()).isCloseTo(0.1, within(1e-15));
    for (int i = 0; i < 100; i++) {
      error.add(10, 10);
    }
    assertThat(error.value()).isCloseTo(0.1, within(1e-15));
    for (int i = 0; i < 50; i++) {
      error.add(0, 30);
    }
    assertThat(error.value()).isCloseTo(0.1, within(1e-15));
    for (int i = 0; i < 50; i++) {
      error.add(0, 30);
    }
    assertThat(error.value()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_rate_that_is_not_a_positive_number_is_refused(double rate) {
    String message =
        "learning rate is %s, expected more than 0 and at most 1e30.\nFix: 0.1 as in He et al. 2015"
            .formatted(rate);

    assertThatThrownBy(() -> Schedule.constant(rate))
        .message()
        .isEqualToNormalizingNewlines(message);
    assertThatThrownBy(() -> Schedule.steps(rate)).message().isEqualToNormalizingNewlines(message);
    assertThatThrownBy(() -> Schedule.cosine(rate)).message().isEqualToNormalizingNewlines(message);
  }
}
