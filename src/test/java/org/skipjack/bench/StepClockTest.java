package org.skipjack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepClockTest {

  @Test
  void steps_to_warm_up_and_steps_after_the_last_are_not_counted() {
    Bench.StepClock clock = new Bench.StepClock(2, 5, BenchListener.SILENT);
    for (int i = 0; i < 4; i++) {
      clock.stepped();
    }
    assertThat(clock.isComplete()).isFalse();

    clock.stepped();
    clock.stepped();

    assertThat(clock.isComplete()).isTrue();
    assertThat(clock.times().seconds()).hasSize(3);
  }
}
