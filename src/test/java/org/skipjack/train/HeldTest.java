package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTest {
  private final List<String> closed = new ArrayList<>();
  private final Held held = new Held();

  @Test
  void the_last_is_closed_first_and_each_once() {
    held.add(() -> closed.add("first"));
    held.add(() -> closed.add("second"));
    held.close();
    held.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void the_others_are_closed_where_one_fails() {
    held.add(() -> closed.add("first"));
    held.add(
        () -> {
          throw new IllegalStateException("failed");
        });
    held.add(() -> closed.add("third"));

    assertThatThrownBy(held::close).isInstanceOf(IllegalStateException.class).hasMessage("failed");
    assertThat(closed).containsExactly("third", "first");
  }
}
