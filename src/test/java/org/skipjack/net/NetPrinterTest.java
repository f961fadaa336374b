package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.dilation;
import static org.skipjack.net.Option.exclusiveGate;
import static org.skipjack.net.Option.groups;
import static org.skipjack.net.Option.heNormal;
import static org.skipjack.net.Option.heNormalFanOut;
import static org.skipjack.net.Option.identity;
import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.padding;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.projectionWhereNeeded;
import static org.skipjack.net.Option.scaled;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroGamma;
import static org.skipjack.net.Option.zeroPad;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetPrinterTest {

  @Test
  void the_text_of_resnet_20_is_this() {
    assertThat(Families.resnet(20))
        .hasToString(
            """
            net().conv(16).batchNorm().relu()\
            .block(b -> b.repeat(3, c -> c.residual(zeroPad(), \
            d -> d.conv(16).batchNorm().relu().conv(16).batchNorm()).relu())).named("stage1")\
            .block(b -> b.residual(zeroPad(), \
            c -> c.conv(32, stride(2)).batchNorm().relu().conv(32).batchNorm()).relu()\
            .repeat(2, c -> c.residual(zeroPad(), \
            d -> d.conv(32).batchNorm().relu().conv(32).batchNorm()).relu())).named("stage2")\
            .block(b -> b.residual(zeroPad(), \
            c -> c.conv(64, stride(2)).batchNorm().relu().conv(64).batchNorm()).relu()\
            .repeat(2, c -> c.residual(zeroPad(), \
            d -> d.conv(64).batchNorm().relu().conv(64).batchNorm()).relu())).named("stage3")\
            .globalAvgPool().dense(10)""");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("texts")
  void only_what_differs_from_the_defaults_is_written(Net net, String text) {
    assertThat(net).hasToString(text);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments(net(), "net()"),
        arguments(
            net().conv(8, kernelSize(3), stride(1), padding(1)).dense(2), "net().conv(8).dense(2)"),
        arguments(net().conv(8, kernelSize(5), padding(2)), "net().conv(8, kernelSize(5))"),
        arguments(net().conv(8, kernelSize(1)), "net().conv(8, kernelSize(1))"),
        arguments(
            net().conv(8, bias(), padding(0), stride(2), kernelSize(2)),
            "net().conv(8, kernelSize(2), stride(2), bias())"),
        arguments(net().conv(8, padding(0)), "net().conv(8, padding(0))"),
        arguments(
            net().conv(8, groups(2), dilation(2), heNormalFanOut()),
            "net().conv(8, dilation(2), groups(2), heNormalFanOut())"),
        arguments(
            net().depthwiseConv(heNormal()).batchNorm(zeroGamma()).leakyRelu().elu().scale(0.5),
            "net().depthwiseConv().batchNorm(zeroGamma()).leakyRelu(0.01).elu(1.0).scale(0.5)"),
        arguments(
            net().residual(scaled(0.5), b -> b.gelu().stochasticDepth(0.9).squeezeExcitation(8)),
            "net().residual(scaled(0.5), b -> b.gelu().stochasticDepth(0.9).squeezeExcitation(8))"),
        arguments(
            net().residual(exclusiveGate(-6, zeroPad()), b -> b.softplus().softmax()),
            "net().residual(exclusiveGate(-6.0, zeroPad()), b -> b.softplus().softmax())"),
        arguments(net().maxPool().avgPool(), "net().maxPool().avgPool()"),
        arguments(net().maxPool(kernelSize(3)), "net().maxPool(kernelSize(3))"),
        arguments(
            net().maxPool(kernelSize(3), stride(2), padding(1)),
            "net().maxPool(kernelSize(3), stride(2), padding(1))"),
        arguments(net().avgPool(stride(1)), "net().avgPool(stride(1))"),
        arguments(
            net().sigmoid().tanh().flatten().globalAvgPool(),
            "net().sigmoid().tanh().flatten().globalAvgPool()"),
        arguments(net().dropout(1e-4).dropout(0), "net().dropout(1.0E-4).dropout(0.0)"),
        arguments(
            net().residual(projectionWhereNeeded(), b -> b.relu()),
            "net().residual(b -> b.relu())"),
        arguments(
            net().residual(identity(), b -> b.relu()).residual(zeroPad(), b -> b.tanh()),
            "net().residual(identity(), b -> b.relu()).residual(zeroPad(), b -> b.tanh())"),
        arguments(
            net().residual(projection(), b -> b.relu()).named("x"),
            "net().residual(projection(), b -> b.relu()).named(\"x\")"),
        arguments(
            net().block(b -> b.block(c -> c.relu()).residual(c -> c.tanh())),
            "net().block(b -> b.block(c -> c.relu()).residual(c -> c.tanh()))"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("folds")
  void a_run_of_equal_parts_is_folded_where_that_is_shorter(Net net, String text) {
    assertThat(net).hasToString(text);
  }

  static Stream<Arguments> folds() {
    return Stream.of(
        arguments(net().conv(8).relu().conv(8).relu(), "net().conv(8).relu().conv(8).relu()"),
        arguments(net().repeat(3, n -> n.conv(8).relu()), "net().repeat(3, b -> b.conv(8).relu())"),
        arguments(
            net().tanh().repeat(9, n -> n.relu()).dense(2),
            "net().tanh().repeat(9, b -> b.relu()).dense(2)"),
        arguments(
            net().relu().repeat(3, n -> n.conv(8).relu()),
            "net().relu().repeat(3, b -> b.conv(8).relu())"),
        arguments(
            net().repeat(2, n -> n.repeat(4, m -> m.conv(8).relu()).maxPool()),
            "net().repeat(2, b -> b.repeat(4, c -> c.conv(8).relu()).maxPool())"));
  }

  @Test
  void a_layer_has_a_text_of_its_own() {
    Layer layer = net().residual(b -> b.conv(64, stride(2)).relu()).layers().get(0);

    assertThat(layer.text()).isEqualTo(".residual(b -> b.conv(64, stride(2)).relu())");
  }

  @Test
  void the_deepest_net_of_the_papers_is_printed_short() {
    assertThat(Families.resnet(1202).toString())
        .hasSameSizeAs(Families.resnet(1196).toString())
        .contains("repeat(200, ", "repeat(199, ");
  }
}
