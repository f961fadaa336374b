package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadLimitTest {
  @ParameterizedTest
  @ValueSource(ints = {100_000, Integer.MAX_VALUE})
  void threads_that_no_machine_has_are_refused_by_name(int threads) {
    Execution execution = Execution.best();

    assertThatThrownBy(() -> execution.threads(threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("threads is " + threads + ", expected 1 to ")
        .hasMessageContaining("Fix: leave it out");
    assertThat(execution.threads(Execution.MOST_THREADS).threads())
        .isEqualTo(Execution.MOST_THREADS);
  }
}
