package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repeats that nobody means are counted and not made. */
class RepetitionTest {
  private final AtomicInteger made = new AtomicInteger();

  private Net counted(Net net) {
    made.incrementAndGet();
    return net.conv(8);
  }

  @Test
  void a_repeat_in_a_repeat_is_refused_by_its_count_before_a_layer_is_made() {
    assertThatThrownBy(() -> net().repeat(100_000, n -> n.repeat(100_000, this::counted)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "repeat(100000, …), 100,000 times, makes 10,000,000,000 parts, expected at most 100,000.%nFix: repeat(3, n -> …)"
                .formatted());
    assertThat(made).hasValue(0);
  }

  @Test
  void a_block_between_two_repeats_does_not_hide_them() {
    assertThatThrownBy(
            () ->
                net()
                    .repeat(
                        2_000, n -> n.residual(b -> b.block(c -> c.repeat(2_000, this::counted)))))
        .hasMessageStartingWith("repeat(2000, …), 2,000 times, makes 4,000,000 parts");
    assertThat(made).hasValue(0);
  }

  @Test
  void one_repeat_is_refused_by_its_count() {
    assertThatThrownBy(() -> net().repeat(Integer.MAX_VALUE, this::counted))
        .hasMessageStartingWith("repeat(2147483647, …) makes 2,147,483,647 parts");
    assertThat(made).hasValue(0);
  }

  @Test
  void a_part_of_many_layers_is_made_once_and_then_refused() {
    Net block = net().repeat(2_000, n -> n.conv(8));

    assertThatThrownBy(
            () ->
                net()
                    .repeat(
                        1_000,
                        n -> {
                          made.incrementAndGet();
                          return n.residual(b -> block);
                        }))
        .hasMessageStartingWith(
            "repeat(1000, …) of a part of 2,001 layers makes 2,001,000 layers, expected at most 1,000,000.");
    assertThat(made).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net().repeat(100000, b -> b.repeat(100000, c -> c.conv(16)))",
        "net().repeat(100000, b -> b.residual(c -> c.repeat(100000, d -> d.conv(16))))",
        "net().repeat(50000, b -> b.repeat(50000, c -> c.repeat(50000, d -> d.relu())))",
        "net().repeat(2000000000, b -> b.relu())"
      })
  void the_same_holds_for_text(String text) {
    assertThatThrownBy(() -> Net.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "(?s)repeat\\(\\d+, …\\).* makes [\\d,]+ parts, expected at most 100,000\\..*Fix: .*");
  }

  @Test
  void what_was_refused_counts_no_longer() {
    assertThatThrownBy(() -> Net.parse("net().repeat(400, b -> b.repeat(400, c -> c.relu()))"))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(Net.parse("net().repeat(100, b -> b.repeat(100, c -> c.relu()))").layers())
        .hasSize(10_000);
    assertThat(net().repeat(2, n -> n.repeat(3, m -> m.conv(4))).layers()).hasSize(6);
    assertThat(net().conv(4).repeat(0, n -> n.repeat(5, Net::relu)).layers()).hasSize(1);
  }
}
