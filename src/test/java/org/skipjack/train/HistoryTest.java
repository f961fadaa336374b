package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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
}
