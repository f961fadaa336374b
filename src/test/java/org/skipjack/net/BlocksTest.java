package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.skipjack.net.Blocks.basicBlock;
import static org.skipjack.net.Blocks.bottleneck;
import static org.skipjack.net.Blocks.preActivation;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.batchNormAfterAddition;
import static org.skipjack.net.Option.dropout;
import static org.skipjack.net.Option.fullPreActivation;
import static org.skipjack.net.Option.originalOrder;
import static org.skipjack.net.Option.reluBeforeAddition;
import static org.skipjack.net.Option.reluOnlyPreActivation;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.strideIn3x3;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlocksTest {

  @ParameterizedTest(name = "{1}")
  @MethodSource("blocks")
  void a_block_is_the_function_of_its_paper(UnaryOperator<Net> block, String text) {
    assertThat(block.apply(net())).isEqualTo(Net.parse(text));
  }

  static Stream<Arguments> blocks() {
    return Stream.of(
        arguments(basicBlock(8), "net().conv(8).batchNorm().relu().conv(8).batchNorm()"),
        arguments(
            basicBlock(8, originalOrder(), stride(2)),
            "net().conv(8, stride(2)).batchNorm().relu().conv(8).batchNorm()"),
        arguments(
            basicBlock(8, batchNormAfterAddition()), "net().conv(8).batchNorm().relu().conv(8)"),
        arguments(
            basicBlock(8, reluBeforeAddition()),
            "net().conv(8).batchNorm().relu().conv(8).batchNorm().relu()"),
        arguments(
            basicBlock(8, reluOnlyPreActivation()),
            "net().relu().conv(8).batchNorm().relu().conv(8).batchNorm()"),
        arguments(
            basicBlock(8, fullPreActivation()),
            "net().batchNorm().relu().conv(8).batchNorm().relu().conv(8)"),
        arguments(
            preActivation(8, stride(2), dropout(0.3)),
            "net().batchNorm().relu().conv(8, stride(2)).batchNorm().relu().dropout(0.3).conv(8)"),
        arguments(
            bottleneck(8, stride(2)),
            "net().conv(8, kernelSize(1), stride(2)).batchNorm().relu().conv(8).batchNorm().relu()"
                + ".conv(32, kernelSize(1)).batchNorm()"),
        arguments(
            bottleneck(8, stride(2), strideIn3x3()),
            "net().conv(8, kernelSize(1)).batchNorm().relu().conv(8, stride(2)).batchNorm().relu()"
                + ".conv(32, kernelSize(1)).batchNorm()"));
  }

  @Test
  void a_block_goes_behind_what_is_there() {
    assertThat(net().tanh().residual(basicBlock(8)).relu())
        .isEqualTo(
            net().tanh().residual(b -> b.conv(8).batchNorm().relu().conv(8).batchNorm()).relu());
  }

  @Test
  void a_block_without_filters_is_refused_where_it_is_written() {
    assertThatThrownBy(() -> bottleneck(0))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines("filters is 0, expected 1 or more.\nFix: bottleneck(64)");
  }

  @Test
  void a_block_that_is_named_for_its_order_takes_no_other() {
    assertThatThrownBy(() -> preActivation(8, originalOrder()))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "preActivation was given two options of one kind, fullPreActivation() and"
                + " originalOrder().\nFix: keep one of them");
  }
}
