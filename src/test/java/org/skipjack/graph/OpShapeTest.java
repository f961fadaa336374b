package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
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
  private static final Origin HERE = new Origin("here", "op #1", ".op()");

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
        arguments(net().dropout(0.5), image, image),
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

  private static Parameter weight(String name, List<Integer> sizes, int fanIn) {
    return new Parameter(name, sizes, new Parameter.Start.HeNormal(fanIn), true);
  }

  private static Parameter constant(String name, int size, float value, boolean learned) {
    return new Parameter(name, List.of(size), new Parameter.Start.Constant(value), learned);
  }
}
