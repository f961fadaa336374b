package org.skipjack.train.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRateTextTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "0.10000000000000002, 0.1",
    "990.3926402016152, 990.4",
    "12345.6, 12350",
    "1000, 1000",
    "0.00001, 0.00001",
    "1e-8, 1e-8",
    "0.00000012344, 1.234e-7",
    "1e30, 1e30"
  })
  void a_rate_is_written_as_a_person_would(double rate, String text) {
    assertThat(LearningRateText.text(rate)).isEqualTo(text);
  }
}
