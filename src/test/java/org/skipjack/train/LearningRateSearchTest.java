package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.train.LearningRateSearch.Point;
import org.skipjack.train.recipe.Schedule;

class LearningRateSearchTest {
  private static final Training TRAINING =
      Training.of(net().conv(8, stride(4)).batchNorm().relu().flatten().dense(10))
          .on(Shapes.split(16, 200, 20, Seed.of(1)))
          .threads(1)
          .batchSize(20);

  private final LearningRateSearch search = TRAINING.findLearningRate();

  @Test
  void the_rate_rises_by_the_same_factor_from_update_to_update() {
    List<Point> points = search.points();
    assertThat(points.get(0).learningRate()).isEqualTo(1e-6);
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).learningRate() / points.get(i - 1).learningRate())
          .isCloseTo(Math.pow(1e7, 1.0 / 209), within(1e-9));
    }
  }

  @Test
  void it_goes_on_over_the_end_of_an_epoch_until_the_loss_is_four_times_its_lowest() {
    List<Point> points = search.points();
    Point last = points.get(points.size() - 1);

    assertThat(points).hasSizeBetween(100, 210);
    assertThat(last.smoothedLoss() > 4 * search.lowest().smoothedLoss() || points.size() == 210)
        .isTrue();
    assertThat(points.stream().limit(points.size() - 1L))
        .allSatisfy(point -> assertThat(point.smoothedLoss()).isLessThan(4 * 2.6));
  }

  @Test
  void at_the_suggested_rate_the_net_learns() {
    double rate = search.suggestedRate();
    Run run = TRAINING.schedule(Schedule.constant(rate)).epochs(10).run();

    assertThat(rate).isBetween(1e-4, 1.0);
    assertThat(search.lowest().learningRate()).isEqualTo(10 * rate);
    assertThat(run.history().last().trainingLoss())
        .isLessThan(0.8 * run.history().epochs().get(0).trainingLoss());
  }

  @Test
  void the_smoothed_loss_is_a_mean_with_weights_that_fall_by_a_tenth() {
    List<Point> points = search.points();
    double first = points.get(0).loss();
    double second = points.get(1).loss();

    assertThat(points.get(0).smoothedLoss()).isCloseTo(first, within(1e-12));
    assertThat(points.get(1).smoothedLoss()).isCloseTo((0.9 * first + second) / 1.9, within(1e-12));
  }

  @Test
  void it_gives_the_same_bits_again_and_changes_no_training() {
    Run before = TRAINING.epochs(1).run();
    assertThat(TRAINING.findLearningRate()).isEqualTo(search);
    assertThat(TRAINING.epochs(1).run().history().last().training())
        .isEqualTo(before.history().last().training());
  }

  @Test
  void a_loss_that_is_no_number_ends_it_with_what_it_has() {
    LearningRateSearch found =
        Training.of(net().conv(8, stride(4)).relu().flatten().dense(10))
            .on(TRAINING.data())
            .threads(1)
            .batchSize(20)
            .findLearningRate(new LearningRateRange(1e-3, 1e30, 40));

    assertThat(found.points()).hasSizeBetween(2, 39);
    assertThat(found.points()).allSatisfy(point -> assertThat(point.loss()).isFinite());
  }

  @Test
  void an_interrupt_ends_it() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(TRAINING::findLearningRate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the search was stopped before its first update.");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void ranges_that_are_none_are_refused() {
    assertThatThrownBy(() -> new LearningRateRange(0, 1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("learning rates from 0.0 to 1.0 cannot be tried")
        .hasMessageContaining("Fix: 1e-6 to 10");
    assertThatThrownBy(() -> new LearningRateRange(1, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a search of 1 updates tries no range");
  }
}
