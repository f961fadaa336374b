package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.dilation;
import static org.skipjack.net.Option.glorotNormal;
import static org.skipjack.net.Option.glorotUniform;
import static org.skipjack.net.Option.groups;
import static org.skipjack.net.Option.heNormalFanOut;
import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.padding;
import static org.skipjack.net.Option.stride;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.net.Net;

/** The shape rule of each operation, as a table. */
class OpShapeTest {
  private static final LayerOrigin HERE = new LayerOrigin("here", "op #1", ".op()");

  @ParameterizedTest(name = "{0}x{1}, kernel {2}, stride {3}, padding {4}")
  @CsvSource({
    // height, width, kernelSize, stride, padding, height', width'
    "32, 32, 3, 1, 1, 32, 32",
    "32, 32, 3, 2, 1, 16, 16",
    "33, 32, 3, 2, 1, 17, 16",
    "7, 5, 3, 2, 1, 4, 3",
    "7, 5, 3, 2, 0, 3, 2",
    "7, 5, 3, 3, 2, 3, 3",
    "7, 5, 1, 2, 0, 4, 3",
    "7, 5, 4, 1, 1, 6, 4",
    "7, 5, 5, 1, 0, 3, 1",
    "7, 5, 7, 2, 3, 4, 3",
    "1, 1, 3, 1, 1, 1, 1",
    "1, 1, 3, 4, 1, 1, 1",
  })
  void windows_give_the_same_extents_to_convolution_and_pooling(
      int height, int width, int kernelSize, int stride, int padding, int high, int wide) {
    Shape input = Shape.image(3, height, width);
    Net conv = net().conv(8, kernelSize(kernelSize), stride(stride), padding(padding));
    Net maxPool = net().maxPool(kernelSize(kernelSize), stride(stride), padding(padding));
    Net avgPool = net().avgPool(kernelSize(kernelSize), stride(stride), padding(padding));

    assertThat(output(conv, input)).isEqualTo(Shape.image(8, high, wide));
    assertThat(output(maxPool, input)).isEqualTo(Shape.image(3, high, wide));
    assertThat(output(avgPool, input)).isEqualTo(Shape.image(3, high, wide));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("others")
  void other_words_follow_their_rules(Net net, Shape input, Shape expected) {
    assertThat(output(net, input)).isEqualTo(expected);
  }

  static Stream<Arguments> others() {
    Shape image = Shape.image(6, 5, 3);
    Shape vector = Shape.vector(7);
    return Stream.of(
        arguments(net().batchNorm(), image, image),
        arguments(net().batchNorm(), vector, vector),
        arguments(net().relu(), image, image),
        arguments(net().sigmoid(), vector, vector),
        arguments(net().tanh(), vector, vector),
        arguments(net().leakyRelu().elu().gelu().softplus(), image, image),
        arguments(net().softmax(), image, image),
        arguments(net().softmax(), vector, vector),
        arguments(net().scale(2), image, image),
        arguments(net().dropout(0.5), image, image),
        arguments(net().squeezeExcitation(4), image, image),
        arguments(net().depthwiseConv(stride(2)), image, Shape.image(6, 3, 2)),
        arguments(net().conv(4, groups(2)), image, Shape.image(4, 5, 3)),
        arguments(net().maxPool(), image, Shape.image(6, 2, 1)),
        arguments(net().globalAvgPool(), image, Shape.vector(6)),
        arguments(net().flatten(), image, Shape.vector(90)),
        arguments(net().flatten(), vector, vector),
        arguments(net().dense(4), vector, Shape.vector(4)));
  }

  private static Shape output(Net net, Shape input) {
    return Graph.of(net, input).output().shape();
  }

  @ParameterizedTest
  @CsvSource({
    // height, width, stride, height', width'
    "8, 8, 1, 8, 8",
    "8, 8, 2, 4, 4",
    "7, 5, 2, 4, 3",
    "7, 5, 3, 3, 2",
    "1, 1, 2, 1, 1"
  })
  void zero_padding_keeps_every_nth_pixel(int height, int width, int stride, int high, int wide) {
    Shape shape = new ZeroPad(stride, 5).infer(HERE, List.of(Shape.image(3, height, width)));

    assertThat(shape).isEqualTo(Shape.image(5, high, wide));
  }

  @ParameterizedTest(name = "kernel {0}, dilation {1}, padding {2}")
  @CsvSource({
    // kernelSize, dilation, padding (-1: the usual), height', width' of 9 × 7
    "3, 2, -1, 9, 7",
    "3, 3, -1, 9, 7",
    "5, 2, -1, 9, 7",
    "3, 2,  0, 5, 3",
    "2, 4,  0, 5, 3",
    "1, 9,  0, 9, 7",
  })
  void a_dilated_window_reaches_from_its_first_tap_to_its_last(
      int kernelSize, int dilation, int padding, int high, int wide) {
    Net net =
        padding < 0
            ? net().conv(8, kernelSize(kernelSize), dilation(dilation))
            : net().conv(8, kernelSize(kernelSize), dilation(dilation), padding(padding));

    assertThat(output(net, Shape.image(3, 9, 7))).isEqualTo(Shape.image(8, high, wide));
  }

  @Test
  void an_addition_keeps_the_shape_of_its_summands() {
    Shape image = Shape.image(3, 4, 5);

    assertThat(new Op.Add().infer(HERE, List.of(image, image))).isEqualTo(image);
  }

  @Test
  void parameters_have_the_public_layout_and_their_first_values() {
    Graph graph =
        Graph.of(
            net().conv(4, kernelSize(5), bias()).batchNorm().flatten().dense(2),
            Shape.image(3, 5, 5));

    assertThat(graph.parameters())
        .containsExactly(
            weight("conv1/weight", List.of(4, 3, 5, 5), 75),
            constant("conv1/bias", 4, 0, true),
            constant("batchNorm1/gamma", 4, 1, true),
            constant("batchNorm1/beta", 4, 0, true),
            constant("batchNorm1/mean", 4, 0, false),
            constant("batchNorm1/variance", 4, 1, false),
            weight("dense1/weight", List.of(2, 100), 100),
            constant("dense1/bias", 2, 0, true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  void weights_start_as_their_initialization_says(Net net, Parameter.Start start) {
    assertThat(Graph.of(net, Shape.image(6, 5, 5)).parameters().get(0).start()).isEqualTo(start);
  }

  static Stream<Arguments> starts() {
    return Stream.of(
        arguments(net().conv(4), normal(2.0 / 54)),
        arguments(net().conv(4, heNormalFanOut()), normal(2.0 / 36)),
        arguments(net().conv(4, glorotNormal()), normal(2.0 / 90)),
        arguments(net().conv(4, glorotUniform()), new Parameter.Start.Uniform(Math.sqrt(6.0 / 90))),
        arguments(net().conv(4, groups(2)), normal(2.0 / 27)),
        arguments(net().conv(4, groups(2), heNormalFanOut()), normal(2.0 / 18)),
        arguments(net().depthwiseConv(), normal(2.0 / 9)),
        arguments(net().flatten().dense(2, glorotNormal()), normal(2.0 / 152)),
        arguments(net().conv(4).initialized(glorotNormal()), normal(2.0 / 90)));
  }

  private static Parameter.Start normal(double variance) {
    return new Parameter.Start.Normal(Math.sqrt(variance));
  }

  @Test
  void a_shortcut_is_drawn_as_the_weights_of_its_block_are() {
    Net net = net().residual(b -> b.relu().conv(8).conv(4)).initialized(glorotUniform());

    assertThat(Graph.of(net, Shape.image(6, 5, 5)).node("block1/projection").parameters().get(0))
        .extracting(Parameter::start)
        .isEqualTo(new Parameter.Start.Uniform(Math.sqrt(6.0 / 10)));
  }

  private static Parameter weight(String name, List<Integer> sizes, int fanIn) {
    return new Parameter(name, sizes, new Parameter.Start.Normal(Math.sqrt(2.0 / fanIn)), true);
  }

  private static Parameter constant(String name, int size, float value, boolean learned) {
    return new Parameter(name, List.of(size), new Parameter.Start.Constant(value), learned);
  }
}
