package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.dilation;
import static org.skipjack.net.Option.glorotNormal;
import static org.skipjack.net.Option.glorotUniform;
import static org.skipjack.net.Option.groups;
import static org.skipjack.net.Option.identity;
import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.padding;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.scaled;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroGamma;
import static org.skipjack.net.Option.zeroPad;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("words")
  void every_word_adds_the_layer_it_says(Net net, Layer expected) {
    assertThat(net.layers()).containsExactly(expected);
  }

  static Stream<Arguments> words() {
    Net body = net().conv(4).relu();
    return Stream.of(
        arguments(net().conv(8), conv(8, 3, 1, 1)),
        arguments(net().conv(8, kernelSize(1)), conv(8, 1, 1, 0)),
        arguments(net().conv(8, kernelSize(4)), conv(8, 4, 1, 1)),
        arguments(net().conv(8, kernelSize(7), stride(2)), conv(8, 7, 2, 3)),
        arguments(net().conv(8, padding(0)), conv(8, 3, 1, 0)),
        arguments(net().conv(8, bias()), new Layer.Conv(8, new Window(3, 1, 1), true)),
        arguments(
            net().conv(8, groups(2), dilation(3), glorotUniform()),
            new Layer.Conv(8, new Window(3, 1, 3, 3), 2, false, Initializer.GLOROT_UNIFORM)),
        arguments(
            net().depthwiseConv(kernelSize(5), stride(2)),
            new Layer.DepthwiseConv(new Window(5, 2, 2), false, Initializer.HE_NORMAL)),
        arguments(net().batchNorm(), new Layer.BatchNorm()),
        arguments(net().batchNorm(zeroGamma()), new Layer.BatchNorm(0)),
        arguments(net().leakyRelu(), new Layer.LeakyRelu(0.01)),
        arguments(net().leakyRelu(0.2), new Layer.LeakyRelu(0.2)),
        arguments(net().elu(), new Layer.Elu(1)),
        arguments(net().elu(0.5), new Layer.Elu(0.5)),
        arguments(net().gelu(), new Layer.Gelu()),
        arguments(net().softplus(), new Layer.Softplus()),
        arguments(net().softmax(), new Layer.Softmax()),
        arguments(net().scale(0.5), new Layer.Scale(0.5)),
        arguments(net().stochasticDepth(0.5), new Layer.StochasticDepth(0.5)),
        arguments(
            net().squeezeExcitation(16), new Layer.SqueezeExcitation(16, Initializer.HE_NORMAL)),
        arguments(net().dense(3, glorotNormal()), new Layer.Dense(3, Initializer.GLOROT_NORMAL)),
        arguments(net().relu(), new Layer.Relu()),
        arguments(net().sigmoid(), new Layer.Sigmoid()),
        arguments(net().tanh(), new Layer.Tanh()),
        arguments(net().maxPool(), new Layer.MaxPool(new Window(2, 2, 0))),
        arguments(net().maxPool(kernelSize(3)), new Layer.MaxPool(new Window(3, 3, 0))),
        arguments(
            net().maxPool(kernelSize(3), stride(2), padding(1)),
            new Layer.MaxPool(new Window(3, 2, 1))),
        arguments(net().avgPool(), new Layer.AvgPool(new Window(2, 2, 0))),
        arguments(net().avgPool(stride(1)), new Layer.AvgPool(new Window(2, 1, 0))),
        arguments(net().globalAvgPool(), new Layer.GlobalAvgPool()),
        arguments(net().flatten(), new Layer.Flatten()),
        arguments(net().dense(10), new Layer.Dense(10)),
        arguments(net().dropout(0.5), new Layer.Dropout(0.5)),
        arguments(
            net().residual(b -> b.conv(4).relu()),
            new Layer.Residual(new Shortcut.Automatic(), body)),
        arguments(
            net().residual(identity(), b -> b.conv(4).relu()),
            new Layer.Residual(new Shortcut.Identity(), body)),
        arguments(
            net().residual(zeroPad(), b -> b.conv(4).relu()),
            new Layer.Residual(new Shortcut.ZeroPad(), body)),
        arguments(
            net().residual(projection(), b -> b.conv(4).relu()),
            new Layer.Residual(new Shortcut.Projection(), body)),
        arguments(net().block(b -> b.conv(4).relu()), new Layer.Block(body)),
        arguments(net().relu().named("last"), new Layer.Named("last", new Layer.Relu())));
  }

  private static Layer conv(int filters, int kernelSize, int stride, int padding) {
    return new Layer.Conv(filters, new Window(kernelSize, stride, padding), false);
  }

  @Test
  void layers_stand_in_the_order_of_the_words() {
    assertThat(net().conv(8).batchNorm().relu().layers())
        .containsExactly(conv(8, 3, 1, 1), new Layer.BatchNorm(), new Layer.Relu());
  }

  @Nested
  class IsAValue {
    @Test
    void a_word_leaves_the_net_before_it_as_it_was() {
      Net stem = net().conv(8).relu();
      Net small = stem.dense(10);
      Net large = stem.dense(100);

      assertThat(stem).isEqualTo(net().conv(8).relu());
      assertThat(small).isEqualTo(net().conv(8).relu().dense(10));
      assertThat(large).isEqualTo(net().conv(8).relu().dense(100));
    }

    @Test
    void nets_of_the_same_words_are_equal_and_share_a_hash() {
      Net one = net().residual(b -> b.conv(8, stride(2)).relu()).named("x");
      Net other = net().residual(b -> b.conv(8, stride(2)).relu()).named("x");

      assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void an_option_makes_a_difference() {
      assertThat(net().conv(8)).isNotEqualTo(net().conv(8, bias()));
    }

    @Test
    void the_list_it_was_made_from_may_change_afterwards() {
      List<Layer> layers = new ArrayList<>(List.of(new Layer.Relu()));
      Net net = new Net(layers);
      layers.add(new Layer.Tanh());

      assertThat(net).isEqualTo(net().relu());
    }

    @Test
    void its_layers_cannot_be_changed() {
      assertThatThrownBy(() -> net().relu().layers().add(new Layer.Tanh()))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Nested
  class Repeat {
    @Test
    void a_part_is_applied_that_many_times() {
      assertThat(net().repeat(3, n -> n.conv(8).relu()))
          .isEqualTo(net().conv(8).relu().conv(8).relu().conv(8).relu());
    }

    @Test
    void zero_times_leave_the_net_as_it_is() {
      assertThat(net().tanh().repeat(0, n -> n.conv(8))).isEqualTo(net().tanh());
    }

    @Test
    void a_negative_number_is_refused() {
      assertThatThrownBy(() -> net().repeat(-1, n -> n.relu()))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isEqualToNormalizingNewlines(
              """
              repeat was asked for -1 times, expected 0 or more.
              Fix: repeat(3, n -> …)""");
    }
  }

  @Nested
  class Names {
    @Test
    void a_name_goes_to_the_last_layer_alone() {
      assertThat(net().conv(8).relu().named("a").layers())
          .containsExactly(conv(8, 3, 1, 1), new Layer.Named("a", new Layer.Relu()));
    }

    @Test
    void a_net_without_layers_has_nothing_to_name() {
      assertThatThrownBy(() -> net().named("stem"))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isEqualToNormalizingNewlines(
              """
              there is no layer to name "stem" yet.
              Fix: net().conv(64).named("stem")""");
    }

    @Test
    void two_layers_of_one_level_cannot_share_a_name() {
      assertThatThrownBy(() -> net().conv(8).named("a").relu().named("a"))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isEqualToNormalizingNewlines(
              """
              two layers are named "a"; a name marks one layer of its level.
              Fix: named("a-2")""");
    }

    @Test
    void layers_of_two_levels_may_share_a_name() {
      Net net = net().conv(8).named("a").block(b -> b.conv(8).named("a"));

      assertThat(net.layers()).hasSize(2);
    }
  }

  @Nested
  class PlainTwin {
    @Test
    void residual_blocks_become_blocks_of_the_same_layers() {
      assertThat(net().conv(8).residual(zeroPad(), b -> b.conv(8).relu()).relu().plain())
          .isEqualTo(net().conv(8).block(b -> b.conv(8).relu()).relu());
    }

    @Test
    void shortcuts_are_removed_at_every_depth() {
      Net net = net().block(b -> b.residual(c -> c.conv(8).residual(d -> d.relu())).named("inner"));

      assertThat(net.plain())
          .isEqualTo(net().block(b -> b.block(c -> c.conv(8).block(d -> d.relu())).named("inner")));
    }

    @Test
    void names_stay() {
      assertThat(net().residual(b -> b.conv(8).named("first")).named("only").plain())
          .isEqualTo(net().block(b -> b.conv(8).named("first")).named("only"));
    }

    @Test
    void what_needs_a_shortcut_goes_with_it() {
      assertThat(net().residual(scaled(0.5), b -> b.conv(8).stochasticDepth(0.9)).plain())
          .isEqualTo(net().block(b -> b.conv(8)));
      assertThat(net().residual(b -> b.stochasticDepth(0.9)).plain())
          .isEqualTo(net().block(b -> b.scale(1)));
    }

    @Test
    void a_net_without_shortcuts_is_its_own_twin() {
      Net net = net().conv(8).block(b -> b.relu()).named("x").dense(3);

      assertThat(net.plain()).isEqualTo(net);
    }
  }

  @Test
  void all_weights_can_be_drawn_in_one_way_and_nothing_else_changes() {
    Net net = net().conv(8).residual(b -> b.depthwiseConv().squeezeExcitation(2)).dense(3);

    assertThat(net.initialized(Initializer.GLOROT_NORMAL))
        .isEqualTo(
            net()
                .conv(8, glorotNormal())
                .residual(b -> b.depthwiseConv(glorotNormal()).squeezeExcitation(2, glorotNormal()))
                .dense(3, glorotNormal()));
  }

  @Test
  void the_layers_that_papers_count_are_those_with_weights_outside_shortcuts() {
    Net net =
        net()
            .conv(8)
            .batchNorm()
            .block(a -> a.residual(projection(), b -> b.conv(8).relu().depthwiseConv()))
            .globalAvgPool()
            .dense(3)
            .named("head");

    assertThat(net.weighted()).hasSize(4);
  }
}
