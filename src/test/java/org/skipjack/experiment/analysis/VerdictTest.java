package org.skipjack.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.statistics.PairedDifference;
import org.skipjack.experiment.statistics.Sample;

class VerdictTest {
  private static final Pairs.Pair PAIR = new Pairs.Pair("plain56", "plain20");

  private static PairedDifference found(Sample first, Sample second) {
    return PairedDifference.of(first, second, 0.95, new Random(1));
  }

  private static Verdict verdict(PairedDifference found, int comparisons, double corrected) {
    Correction correction = new Correction(0.05, comparisons, 1, 0.05 / comparisons);
    return Verdict.of(
        PAIR,
        Metric.TEST_ERROR,
        found,
        new Verdict.Standard(corrected, correction),
        Outlook.ofDifference(found, correction.single()));
  }

  @Test
  void a_clear_difference_names_the_lower_error() {
    PairedDifference found =
        found(
            Sample.of(0.131, 0.128, 0.130, 0.133, 0.125),
            Sample.of(0.098, 0.097, 0.100, 0.095, 0.099));

    Verdict verdict = verdict(found, 1, found.test().p());

    assertThat(verdict.decided()).isTrue();
    assertThat(verdict.sentence())
        .isEqualTo(
            "plain20 has the lower test error than plain56: 9.78 % against 12.94 %, −3.16 points"
                + " (95 % interval −3.71 to −2.61, paired t over 5 seeds, p < 0.0001).");
  }

  @Test
  void few_seeds_say_how_many_would_do_and_that_they_hardly_know() {
    PairedDifference found = found(Sample.of(0.10, 0.13, 0.12), Sample.of(0.09, 0.11, 0.125));

    Verdict verdict = verdict(found, 3, 1);

    assertThat(verdict.decided()).isFalse();
    assertThat(verdict.sentence())
        .isEqualTo(
            "3 seeds do not tell the test error of plain56 and plain20 apart: they differ by +0.83"
                + " points (95 % interval −2.29 to +3.96, of this one alone; paired t over 3 seeds,"
                + " p = 1.000, corrected for 3 comparisons). If it is as large as seen, less the bias of few seeds, 78 seeds"
                + " would tell it from none in four of five such comparisons, these 3 in 2 %. But 3 seeds say"
                + " next to nothing of how large it is: by the 95 % interval of the effect size, from 6"
                + " seeds to no number at all, for there may be no difference.");
  }

  @Test
  void next_to_no_difference_of_few_seeds_may_still_be_a_large_one() {
    PairedDifference found = found(Sample.of(0.10, 0.13, 0.12), Sample.of(0.12, 0.13, 0.10));

    assertThat(verdict(found, 1, 1).sentence())
        .endsWith(
            "If it is as large as seen, less the bias of few seeds, more than 1,000 seeds would tell it from none in four of five"
                + " such comparisons, these 3 in 5 %. But 3 seeds say next to nothing of how large it"
                + " is: by the 95 % interval of the effect size, from 9 seeds to no number at all, for"
                + " there may be no difference.");
  }

  @Test
  void how_many_seeds_it_takes_is_reckoned_without_the_bias_of_few_pairs() {
    PairedDifference found = found(Sample.of(0.1031, 0.1131, 0.1231), Sample.of(0.1, 0.1, 0.1));

    // By d = 1.31 it would be 7.
    assertThat(found.effect().d()).isCloseTo(1.31, within(1e-6));
    assertThat(verdict(found, 1, found.test().p()).sentence())
        .contains(
            "If it is as large as seen, less the bias of few seeds, 17 seeds would tell it from none");
  }

  /** Alone it would be told from none, so that its interval leaves no room for nothing. */
  @Test
  void
      a_difference_that_only_the_correction_leaves_open_takes_no_more_seeds_than_its_interval_says() {
    PairedDifference found =
        found(Sample.of(0.105, 0.12, 0.112, 0.13), Sample.of(0.10, 0.11, 0.10, 0.115));
    assertThat(found.test().p()).isBetween(0.01, 0.03);

    Verdict verdict = verdict(found, 6, 6 * found.test().p());

    assertThat(verdict.decided()).isFalse();
    assertThat(verdict.sentence())
        .contains("by the 95 % interval of the effect size, from 4 seeds to ")
        .doesNotContain("there may be no difference");
  }

  @Test
  void two_seeds_say_nothing_of_how_many_it_takes() {
    PairedDifference found = found(Sample.of(0.10, 0.13), Sample.of(0.09, 0.11));

    assertThat(verdict(found, 1, found.test().p()).sentence())
        .endsWith("p = 0.205). Two seeds say nothing of how many it would take.");
  }

  @Test
  void under_a_rule_the_interval_says_what_it_is_corrected_for() {
    PairedDifference found =
        PairedDifference.of(
            Sample.of(0.131, 0.128, 0.130, 0.133, 0.125),
            Sample.of(0.098, 0.097, 0.100, 0.095, 0.099),
            0.99,
            new Random(1));

    assertThat(
            Verdict.of(
                    PAIR,
                    Metric.TEST_ERROR,
                    found,
                    new Verdict.Standard(found.test().p(), new Correction(0.05, 3, 18, 0.01)),
                    Optional.empty())
                .sentence())
        .endsWith(
            "(repeated 99 % interval −4.06 to −2.26 over 5 seeds, corrected for 3 comparisons and 18"
                + " looks).");
  }

  @Test
  void one_seed_is_an_anecdote() {
    assertThat(verdict(found(Sample.of(0.2), Sample.of(0.1)), 1, 1).sentence())
        .isEqualTo(
            "One seed is an anecdote: the test error of plain56 and plain20 differs by +10.00"
                + " points, and nothing tells how far chance goes. Two seeds give an interval, five are"
                + " usual.");
  }

  @Test
  void differences_without_spread_are_not_judged() {
    Verdict verdict = verdict(found(Sample.of(0.2, 0.3), Sample.of(0.2, 0.3)), 1, 1);

    assertThat(verdict.decided()).isFalse();
    assertThat(verdict.sentence())
        .isEqualTo(
            "In all 2 seeds the test error of plain56 and plain20 differs by the same 0.00 points; a"
                + " difference without spread cannot be judged.");
  }

  @Test
  void figures_are_written_for_people() {
    assertThat(FigureFormat.percent(0.08514)).isEqualTo("8.51 %");
    assertThat(FigureFormat.points(-0.0111)).isEqualTo("−1.11");
    assertThat(FigureFormat.points(-0.00001)).isEqualTo("0.00");
    assertThat(FigureFormat.p(0.00003)).isEqualTo("< 0.0001");
    assertThat(FigureFormat.p(0.000342)).isEqualTo("= 0.00034");
    assertThat(FigureFormat.p(0.0123)).isEqualTo("= 0.012");
    assertThat(FigureFormat.p(0.125)).isEqualTo("= 0.125");
    assertThat(FigureFormat.level(0.95)).isEqualTo("95 %");
    assertThat(FigureFormat.level(1 - 0.007748)).isEqualTo("99.23 %");
    assertThat(FigureFormat.meanAndDeviation(Sample.of(0.08, 0.09))).isEqualTo("8.50 ± 0.71 %");
  }
}
