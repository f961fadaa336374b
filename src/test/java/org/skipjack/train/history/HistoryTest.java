package org.skipjack.train.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final History.Epoch FIRST = new History.Epoch(1, 0.1, 2, 0.8, 2.2, 0.9, 1.5);
  private static final History.Epoch SECOND = new History.Epoch(2, 0.1, 1, 0.4, 1.2, 0.5, 2.5);

  @Test
  void an_epoch_more_makes_a_new_history() {
    History before = History.empty().with(FIRST);
    History after = before.with(SECOND);

    assertThat(before.epochs()).containsExactly(FIRST);
    assertThat(after.epochs()).containsExactly(FIRST, SECOND);
  }

  @Test
  void the_last_epoch_is_the_newest() {
    assertThat(History.empty().with(FIRST).with(SECOND).last()).isEqualTo(SECOND);
  }

  @Test
  void before_the_first_epoch_there_is_no_last() {
    assertThatThrownBy(() -> History.empty().last())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no epoch has ended yet.");
  }

  @Test
  void seconds_add_up() {
    assertThat(History.empty().seconds()).isZero();
    assertThat(History.empty().with(FIRST).with(SECOND).seconds()).isEqualTo(4);
  }

  @Test
  void the_list_it_was_made_from_may_change_afterwards() {
    List<History.Epoch> epochs = new ArrayList<>(List.of(FIRST));
    History history = new History(epochs);
    epochs.clear();

    assertThat(history.epochs()).containsExactly(FIRST);
  }

  private static History.Epoch validated(int epoch, double loss, double error, double testError) {
    return new History.Epoch(
        epoch,
        0.1,
        new History.Score(1, 0.5),
        Optional.of(new History.Score(loss, error)),
        new History.Score(1, testError),
        new History.Timing(1, 0, 0, 0));
  }

  @Test
  void the_best_epoch_is_chosen_on_the_validation_images_whatever_the_test_says() {
    History.Epoch best = validated(2, 0.4, 0.2, 0.3);
    History history =
        new History(
            List.of(
                validated(1, 0.5, 0.3, 0.1),
                best,
                validated(3, 0.5, 0.2, 0.2),
                validated(4, 0.4, 0.2, 0.1)));

    assertThat(history.best()).contains(best);
  }

  @Test
  void without_validation_images_no_epoch_is_best() {
    assertThat(History.empty().with(FIRST).with(SECOND).best()).isEmpty();
  }

  @Test
  void the_lowest_test_error_comes_with_a_warning() {
    History.Epoch third = new History.Epoch(3, 0.1, 1, 0.4, 1.2, 0.7, 2.5);
    History.BestOnTest best = History.empty().with(FIRST).with(SECOND).with(third).bestOnTest();

    assertThat(best.epoch()).isEqualTo(SECOND);
    assertThat(best.warning())
        .isEqualToNormalizingNewlines(
            """
            the lowest test error, 50.00 % in epoch 2, was chosen on the test set and so flatters: by 20.00 points against the last epoch.
            Fix: quote the last epoch's, or choose by images that are held out, --validation 5000\
            """);
  }

  @Test
  void a_note_more_makes_a_new_history() {
    TrainingNote trainingNote =
        new TrainingNote(TrainingNote.Kind.STUCK_LOSS, 1, 200, "the loss does not move");
    History before = History.empty().with(FIRST);

    assertThat(before.with(trainingNote).with(SECOND).notes()).containsExactly(trainingNote);
    assertThat(before.notes()).isEmpty();
  }
}
