package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.net.NetNote.Kind;

class NetLinterTest {
  private static final Net SEED = net().conv(64).residual(b -> b.conv(64).relu());

  private static List<Kind> kinds(Net net) {
    return NetNote.of(net).stream().map(NetNote::kind).toList();
  }

  @Test
  void the_block_with_one_layer_and_its_relu_inside_carries_both_notes_and_is_built_as_written() {
    assertThat(NetNote.of(SEED))
        .containsExactly(
            new NetNote(Kind.ONE_LAYER_BLOCK, List.of("block1")),
            new NetNote(Kind.RELU_BEFORE_ADDITION, List.of("block1")));
    assertThat(SEED).hasToString("net().conv(64).residual(b -> b.conv(64).relu())");
  }

  @Test
  void a_note_comes_once_with_all_blocks_that_it_is_about() {
    Net net =
        net()
            .repeat(2, b -> b.residual(c -> c.conv(8).relu().conv(8).relu()))
            .block(
                b -> b.residual(c -> c.conv(8).conv(8).relu().stochasticDepth(0.9)).named("last"));

    assertThat(NetNote.of(net))
        .containsExactly(
            new NetNote(Kind.RELU_BEFORE_ADDITION, List.of("block1", "block2", "block3/last")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resnet20",
        "plain20",
        "preact110",
        "preact164",
        "wrn-16-4",
        "imagenet-resnet18",
        "imagenet-resnet50",
        "imagenet-plain34"
      })
  void the_papers_nets_carry_none(String name) {
    assertThat(NetNote.of(Families.named(name))).isEmpty();
  }

  @Test
  void relu_before_addition_as_an_activation_order_carries_its_note() {
    Net net = Families.resnet(20, Option.reluBeforeAddition());

    assertThat(kinds(net)).containsExactly(Kind.RELU_BEFORE_ADDITION);
  }

  @Test
  void softmax_at_the_end_is_noted_because_the_loss_applies_it() {
    assertThat(kinds(net().dense(10).softmax())).containsExactly(Kind.SOFTMAX_BEFORE_LOSS);
    assertThat(kinds(net().dense(10).softmax().dense(3))).isEmpty();
  }

  @Test
  void a_note_is_silenced_by_name_for_all_that_is_inside() {
    assertThat(kinds(SEED.silence("one-layer-block"))).containsExactly(Kind.RELU_BEFORE_ADDITION);
    assertThat(kinds(net().block(b -> b.residual(c -> c.conv(8))).silence("one-layer-block")))
        .isEmpty();
  }

  @Test
  void silence_inside_a_block_holds_for_that_block() {
    Net net = net().residual(b -> b.conv(8).silence("one-layer-block")).residual(b -> b.conv(8));

    assertThat(NetNote.of(net))
        .containsExactly(new NetNote(Kind.ONE_LAYER_BLOCK, List.of("block2")));
  }

  @Test
  void silence_is_part_of_the_text_and_of_the_plain_twin() {
    Net net = SEED.silence("relu-before-addition").silence("one-layer-block");

    assertThat(net.toString())
        .endsWith(".silence(\"one-layer-block\").silence(\"relu-before-addition\")");
    assertThat(Net.parse(net.toString())).isEqualTo(net);
    assertThat(net.plain().silenced()).isEqualTo(net.silenced());
    assertThat(net.relu().silenced()).isEqualTo(net.silenced());
  }

  @Test
  void an_unknown_note_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> SEED.silence("one-layer-blok"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            there is no note called "one-layer-blok"; did you mean 'one-layer-block'?
            Fix: silence("…") with one-layer-block, relu-before-addition, softmax-before-loss""");
  }
}
