package org.skipjack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimesTest {

  @Test
  void one_slow_step_does_not_move_the_median() {
    assertThat(new StepTimes(List.of(2.0, 50.0, 1.0, 3.0, 2.5)).median()).isEqualTo(2.5);
  }

  @Test
  void the_median_of_an_even_number_lies_between_the_middle_two() {
    assertThat(new StepTimes(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
  }

  @Test
  void quantiles_run_from_the_shortest_to_the_longest() {
    StepTimes times = new StepTimes(List.of(5.0, 1.0, 3.0, 2.0, 4.0));

    assertThat(times.quantile(0)).isEqualTo(1);
    assertThat(times.quantile(0.25)).isEqualTo(2);
    assertThat(times.quantile(0.9)).isCloseTo(4.6, within(1e-12));
    assertThat(times.quantile(1)).isEqualTo(5);
  }

  @Test
  void no_steps_have_no_median() {
    assertThatThrownBy(() -> new StepTimes(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Fix: time a step or more");
  }
}
