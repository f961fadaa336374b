package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.droppedOut;
import static org.skipjack.net.Option.exclusiveGate;
import static org.skipjack.net.Option.identity;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.scaled;
import static org.skipjack.net.Option.shortcutOnlyGate;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroPad;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.Shortcut;
import org.skipjack.net.Window;

class LoweringTest {
  private static final Shape IMAGE = Shape.image(3, 8, 8);

  @Test
  void each_layer_becomes_a_node_that_reads_the_one_before() {
    assertThat(lower(net().conv(4).batchNorm().relu().conv(2, stride(2))))
        .isEqualTo(
            """
            input = Input[shape=[N, 3, 8, 8]]() [N, 3, 8, 8]
            conv1 = Conv2d[filters=4, window=Window[kernelSize=3, stride=1, padding=1, dilation=1], groups=1, bias=false, initializer=WeightInit[weights=HE_NORMAL, bias=0.0]](input) [N, 4, 8, 8]
            batchNorm1 = BatchNorm[start=1.0](conv1) [N, 4, 8, 8]
            relu1 = Activation[function=RELU, alpha=0.0](batchNorm1) [N, 4, 8, 8]
            conv2 = Conv2d[filters=2, window=Window[kernelSize=3, stride=2, padding=1, dilation=1], groups=1, bias=false, initializer=WeightInit[weights=HE_NORMAL, bias=0.0]](relu1) [N, 2, 4, 4]""");
  }

  private static String lower(Net net) {
    return Graph.of(net, IMAGE).toString().replace(System.lineSeparator(), "\n");
  }

  private static Node node(Net net, String name) {
    return Graph.of(net, IMAGE).node(name);
  }

  private static List<String> names(Net net) {
    return Graph.of(net, IMAGE).nodes().stream().map(Node::name).toList();
  }

  @Nested
  class Shortcuts {
    @Test
    void where_the_block_keeps_the_shape_the_addition_reads_its_input() {
      Net net = net().conv(4).residual(b -> b.conv(4).relu());

      assertThat(names(net))
          .containsExactly("input", "conv1", "block1/conv1", "block1/relu1", "block1/add");
      assertThat(node(net, "block1/add").inputs()).containsExactly("block1/relu1", "conv1");
    }

    @Test
    void where_it_does_not_a_convolution_of_one_pixel_leads_to_it() {
      Net net = net().conv(4).residual(b -> b.conv(6, stride(2)).relu());

      assertThat(node(net, "block1/projection").op())
          .isEqualTo(new Conv2d(6, new Window(1, 2, 0), false));
      assertThat(node(net, "block1/projection").inputs()).containsExactly("conv1");
      assertThat(node(net, "block1/add").inputs())
          .containsExactly("block1/relu1", "block1/projection");
    }

    @Test
    void a_shortcut_is_changed_on_its_way() {
      UnaryOperator<Net> f = b -> b.conv(4, stride(2)).batchNorm();

      assertThat(inputsOfAdd(scaled(0.5, zeroPad()), f)).containsExactly("batchNorm1", "scale");
      assertThat(inputsOfAdd(droppedOut(0.5), f)).containsExactly("batchNorm1", "dropout");
      assertThat(inputsOfAdd(shortcutOnlyGate(-6), f))
          .containsExactly("batchNorm1", "gatedShortcut");
      assertThat(inputsOfAdd(exclusiveGate(-6), f)).containsExactly("gatedBody", "gatedShortcut");
    }

    private List<String> inputsOfAdd(Shortcut shortcut, UnaryOperator<Net> f) {
      return node(net().conv(3).residual(shortcut, f), "block1/add").inputs().stream()
          .map(name -> name.replace("block1/", ""))
          .toList();
    }

    @Test
    void a_gate_reads_x_has_the_shape_of_f_and_closes_what_it_opens() {
      Net net = net().conv(3).residual(exclusiveGate(-6), b -> b.conv(4, stride(2)));

      assertThat(node(net, "block1/gate").inputs()).containsExactly("conv1");
      assertThat(node(net, "block1/gate").shape()).isEqualTo(node(net, "block1/conv1").shape());
      assertThat(node(net, "block1/gateComplement").op()).isEqualTo(new Affine(-1, 1));
      assertThat(node(net, "block1/gatedShortcut").inputs())
          .containsExactly("block1/projection", "block1/gateComplement");
    }

    @Test
    void a_projection_is_normalized_where_f_is_scaled_behind_its_normalization() {
      Net net =
          net()
              .conv(2)
              .residual(b -> b.conv(4).batchNorm().squeezeExcitation(2).stochasticDepth(0.9));

      assertThat(names(net)).contains("block1/projectionNorm");
    }

    @Test
    void stochastic_depth_outside_a_residual_block_is_refused() {
      assertThatThrownBy(() -> Graph.of(net().conv(4).stochasticDepth(0.5), IMAGE))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isEqualToNormalizingNewlines(
              """
              stochasticDepth #1 stands outside a residual block: where it drops F, nothing would be left.
              Fix: residual(b -> b.conv(64).batchNorm().stochasticDepth(0.5))""");
    }

    @Test
    void a_projection_is_normalized_exactly_when_the_block_ends_so() {
      Net normalized = net().conv(4).residual(b -> b.conv(6).batchNorm());
      Net named = net().conv(4).residual(b -> b.conv(6).batchNorm().named("last"));
      Net not = net().conv(4).residual(b -> b.batchNorm().conv(6));

      assertThat(node(normalized, "block1/add").inputs())
          .containsExactly("block1/batchNorm1", "block1/projectionNorm");
      assertThat(node(named, "block1/add").inputs())
          .containsExactly("block1/last", "block1/projectionNorm");
      assertThat(names(not)).contains("block1/projection").doesNotContain("block1/projectionNorm");
    }

    @Test
    void a_projection_asked_for_is_made_where_the_shape_stays() {
      Net net = net().conv(4).residual(projection(), b -> b.conv(4));

      assertThat(node(net, "block1/projection").op())
          .isEqualTo(new Conv2d(4, new Window(1, 1, 0), false));
    }

    @Test
    void zero_padding_skips_pixels_and_appends_channels() {
      Net net = net().conv(4).residual(zeroPad(), b -> b.conv(6, stride(2)));

      assertThat(node(net, "block1/zeroPad").op()).isEqualTo(new ZeroPad(2, 6));
      assertThat(node(net, "block1/add").inputs())
          .containsExactly("block1/conv1", "block1/zeroPad");
    }

    @Test
    void zero_padding_is_the_identity_where_the_shape_stays() {
      Net net = net().conv(4).residual(zeroPad(), b -> b.conv(4));

      assertThat(node(net, "block1/add").inputs()).containsExactly("block1/conv1", "conv1");
    }

    @Test
    void an_identity_asked_for_adds_no_node() {
      Net net = net().residual(identity(), b -> b.conv(3));

      assertThat(names(net)).containsExactly("input", "block1/conv1", "block1/add");
    }

    @Test
    void vectors_are_projected_by_a_dense_layer() {
      Graph graph = Graph.of(net().residual(b -> b.dense(5).relu()), Shape.vector(3));

      assertThat(graph.node("block1/projection").op()).isEqualTo(new Dense(5));
    }

    @Test
    void the_stride_of_odd_sizes_is_found() {
      Net net = net().residual(zeroPad(), b -> b.conv(3, stride(3)));
      Graph graph = Graph.of(net, Shape.image(3, 7, 11));

      assertThat(graph.node("block1/zeroPad").op()).isEqualTo(new ZeroPad(3, 3));
    }
  }

  @Nested
  class Paths {
    @Test
    void kinds_are_numbered_within_their_block() {
      Net net = net().conv(4).block(b -> b.conv(4).relu().conv(4)).conv(4);

      assertThat(names(net))
          .containsExactly(
              "input", "conv1", "block1/conv1", "block1/relu1", "block1/conv2", "conv2");
    }

    @Test
    void names_take_the_place_of_kind_and_number() {
      Net net = net().conv(4).named("stem").block(b -> b.conv(4).named("only")).named("stage");

      assertThat(names(net)).containsExactly("input", "stem", "stage/only");
    }

    @Test
    void messages_number_kinds_in_the_whole_net() {
      Net net = net().conv(4).block(b -> b.conv(4).conv(4));

      assertThat(node(net, "block1/conv2").origin())
          .isEqualTo(new LayerOrigin("block1/conv2", "conv #3", ".conv(4)"));
    }

    @Test
    void residual_and_plain_twins_share_the_paths_of_their_layers() {
      Net net = Families.resnet(20);
      Predicate<String> isAddition = name -> name.endsWith("/add") || name.endsWith("/zeroPad");

      assertThat(names(net.plain()))
          .isEqualTo(names(net).stream().filter(isAddition.negate()).toList())
          .contains("stage2/block1/conv1");
    }

    @Test
    void residual_and_plain_twins_share_every_parameter() {
      Net net = Families.resnet(20);

      assertThat(Graph.of(net.plain(), Shape.image(3, 32, 32)).parameters())
          .isEqualTo(Graph.of(net, Shape.image(3, 32, 32)).parameters());
    }

    @Test
    void two_layers_cannot_be_called_alike() {
      assertThatThrownBy(() -> names(net().conv(4).named("conv2").conv(4)))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isEqualToNormalizingNewlines(
              """
              two layers would be called conv2.
              Fix: give one of them another name, named("conv2-2")""");
    }

    @Test
    void a_block_keeps_the_names_that_its_shortcut_needs() {
      assertThatThrownBy(() -> names(net().residual(b -> b.conv(3).named("add"))))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isEqualToNormalizingNewlines(
              """
              block1/add is taken: a residual block keeps that name for its shortcut.
              Fix: give the layer in the block another name""");
    }
  }

  @Test
  void a_net_without_layers_has_no_graph() {
    assertThatThrownBy(() -> Graph.of(net(), IMAGE))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            """
            this net has no layers.
            Fix: net().conv(16).relu().globalAvgPool()""");
  }
}
