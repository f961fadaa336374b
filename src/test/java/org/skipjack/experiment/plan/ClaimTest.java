package org.skipjack.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.experiment.statistics.Interval;

class ClaimTest {
  private static final Claim.Side TRAINING = new Claim.Side(Metric.TRAINING_ERROR, "a");

  @ParameterizedTest
  @CsvSource({
    "0,     0.01,   0.03,  VERIFIED",
    "0.02,  0.01,   0.03,  UNDERPOWERED",
    "0.02,  0.005,  0.019, REFUTED",
    "0,    -0.03,  -0.01,  REFUTED",
    "0,    -0.001,  0.004, NOT_VERIFIED",
    "0.001, 0.0005, 0.004, NOT_VERIFIED",
    "0,    -0.01,   0.03,  UNDERPOWERED",
    "0,    -Infinity, Infinity, UNDERPOWERED"
  })
  void a_claimed_difference_is_judged_by_where_the_interval_lies(
      double atLeast, double low, double high, Claim.Outcome outcome) {
    assertThat(TRAINING.above("b").byAtLeast(atLeast).judge(new Interval(low, high, 0.95)))
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.004,  0.004, VERIFIED",
    " 0.001,  0.002, VERIFIED",
    "-0.004,  0.006, UNDERPOWERED",
    "-0.006,  0.006, UNDERPOWERED",
    "-0.006, -0.001, UNDERPOWERED",
    " 0.006,  0.009, REFUTED",
    "-0.009, -0.006, REFUTED",
    "-0.005,  0.004, UNDERPOWERED",
    "-Infinity, Infinity, UNDERPOWERED"
  })
  void a_claimed_equality_is_judged_by_both_margins(
      double low, double high, Claim.Outcome outcome) {
    assertThat(TRAINING.within(0.5).of("b").judge(new Interval(low, high, 0.9))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.3", "0.5", "0.7", "1", "2.5", "7", "12.34"})
  void a_margin_in_points_is_the_share_that_it_says_and_is_written_as_it_was_said(String points) {
    Claim.Within within = TRAINING.within(Double.parseDouble(points)).of("b");

    assertThat(within.margin()).isEqualTo(Double.parseDouble(points + "e-2"));
    assertThat(within)
        .hasToString(
            "training error: |a − b| < %s point%s"
                .formatted(points, points.equals("1") ? "" : "s"));
  }

  @Test
  void a_statement_is_written_in_symbols() {
    assertThat(TRAINING.below("b")).hasToString("training error: b − a > 0");
    assertThat(TRAINING.above("b").byAtLeast(0.07)).hasToString("training error: a − b > 7 points");
  }

  @Test
  void what_is_tested_stands_beside_its_words_which_may_say_otherwise() {
    assertThat(Claim.of("a learns better", TRAINING.above("b")))
        .hasToString("a learns better [training error: a − b > 0]");
  }

  @Test
  void margins_and_arms_that_make_no_sense_are_refused() {
    for (double wrong : new double[] {0, -1, 100, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> TRAINING.within(wrong).of("b"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected more than 0 and less than 100")
          .hasMessageContaining("Fix: within(0.5) is half a point");
    }
    assertThatThrownBy(() -> TRAINING.within(0.5).of("a"))
        .hasMessage("a claim holds a against itself.%nFix: name two arms".formatted());
    assertThatThrownBy(() -> TRAINING.above("b").byAtLeast(5))
        .hasMessageContaining("a claim is of a difference of 5.0, expected a share in [0, 1].");
  }
}
