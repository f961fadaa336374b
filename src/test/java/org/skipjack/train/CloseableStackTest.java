package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseableStackTest {
  private final List<String> closed = new ArrayList<>();
  private final CloseableStack closeableStack = new CloseableStack();

  @Test
  void the_last_is_closed_first_and_each_once() {
    closeableStack.add(() -> closed.add("first"));
    closeableStack.add(() -> closed.add("second"));
    closeableStack.close();
    closeableStack.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void the_others_are_closed_where_one_fails() {
    closeableStack.add(() -> closed.add("first"));
    closeableStack.add(
        () -> {
          throw new IllegalStateException("failed");
        });
    closeableStack.add(() -> closed.add("third"));

    assertThatThrownBy(closeableStack::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("failed");
    assertThat(closed).containsExactly("third", "first");
  }

  @Test
  void what_fails_beside_the_first_failure_does_not_hide_it() {
    IllegalStateException second = new IllegalStateException("second");
    closeableStack.add(
        () -> {
          throw second;
        });
    closeableStack.add(
        () -> {
          throw new IllegalStateException("first");
        });

    assertThatThrownBy(closeableStack::close).hasMessage("first").hasSuppressedException(second);
  }
}
