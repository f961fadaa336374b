package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.basicBlocks;
import static org.skipjack.net.Option.bottlenecks;
import static org.skipjack.net.Option.classes;
import static org.skipjack.net.Option.fullPreActivation;
import static org.skipjack.net.Option.glorotUniform;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.squeezeExcitation;
import static org.skipjack.net.Option.stochasticDepth;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.strideIn3x3;
import static org.skipjack.net.Option.width;
import static org.skipjack.net.Option.zeroGamma;
import static org.skipjack.net.Option.zeroPad;

import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamiliesTest {

  @Test
  void the_shallowest_net_has_one_block_in_a_stage() {
    assertThat(Families.resnet(8))
        .isEqualTo(
            net()
                .conv(16)
                .batchNorm()
                .relu()
                .block(b -> b.residual(zeroPad(), c -> basic(c, 16, 1)).relu())
                .named("stage1")
                .block(b -> b.residual(zeroPad(), c -> basic(c, 32, 2)).relu())
                .named("stage2")
                .block(b -> b.residual(zeroPad(), c -> basic(c, 64, 2)).relu())
                .named("stage3")
                .globalAvgPool()
                .dense(10));
  }

  private static Net basic(Net start, int filters, int stride) {
    return start.conv(filters, stride(stride)).batchNorm().relu().conv(filters).batchNorm();
  }

  @Test
  void plain_is_resnet_without_its_shortcuts() {
    assertThat(Families.plain(20)).isEqualTo(Families.resnet(20).plain());
  }

  @Test
  void options_set_width_classes_and_shortcut() {
    String text = Families.resnet(8, width(4), classes(3), projection()).toString();

    assertThat(text)
        .startsWith("net().conv(4)")
        .contains("projection()", "conv(8", "conv(16")
        .doesNotContain("zeroPad")
        .endsWith(".dense(3)");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 14, 20, 32, 44, 56, 110, 1202})
  void a_net_has_as_many_weighted_layers_as_its_depth_says(int depth) {
    assertThat(Families.resnet(depth).weighted()).hasSize(depth);
  }

  @Test
  void stochastic_depth_falls_from_the_first_block_to_the_last() {
    assertThat(Families.resnet(8, stochasticDepth(0.4)).toString())
        .containsSubsequence(
            ".stochasticDepth(0.8)",
            "stage1",
            ".stochasticDepth(0.6)",
            "stage2",
            ".stochasticDepth(0.4)",
            "stage3");
  }

  @Test
  void options_for_blocks_reach_every_block_of_a_family() {
    Net net = Families.resnet(8, zeroGamma(), squeezeExcitation(4), glorotUniform());

    assertThat(net.toString().split("batchNorm\\(zeroGamma\\(\\)\\).squeezeExcitation\\(4", -1))
        .hasSize(4);
    assertThat(net.weighted())
        .extracting(Layer.Weighted::initializer)
        .containsOnly(glorotUniform());
  }

  @ParameterizedTest
  @CsvSource({
    "21, 20 or 26",
    "25, 20 or 26",
    "51, 50 or 56",
    "109, 104 or 110",
    "7, 8 or 14",
    "2, 8 or 14",
    "0, 8 or 14",
    "-4, 8 or 14"
  })
  void a_depth_that_is_not_6n_plus_2_is_refused_with_the_nearest(int depth, String nearest) {
    assertThatThrownBy(() -> Families.resnet(depth))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            String.format(
                Locale.ROOT,
                """
            a CIFAR net of He et al. 2015 (§4.2) has 6n + 2 layers, and %d is none of these.
            Fix: the nearest depths are %s""",
                depth,
                nearest));
  }

  @ParameterizedTest
  @MethodSource("refusedDepths")
  void a_depth_that_a_family_has_not_is_refused_with_the_nearest(
      ThrowingCallable family, String message) {
    assertThatThrownBy(family)
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(message);
  }

  static Stream<Arguments> refusedDepths() {
    return Stream.of(
        refused(
            () -> Families.resnet(20, zeroGamma(), fullPreActivation()),
            """
            zeroGamma() needs an F that ends with batch normalization, and fullPreActivation() has none there.
            Fix: drop zeroGamma(), or use originalOrder()"""),
        refused(
            () -> Families.resnet(18),
            """
            a CIFAR net of He et al. 2015 (§4.2) has 6n + 2 layers, and 18 is none of these.
            Fix: the nearest depths are 14 or 20
             or: imagenetResnet(18), the net of this depth for ImageNet"""),
        refused(
            () -> Families.resnet(56_000_000),
            """
            a CIFAR net of He et al. 2015 (§4.2) has 6n + 2 layers, and 56000000 is none of these.
            Fix: the nearest depths are 99992 or 99998"""),
        refused(
            () -> Families.preActResnet(1000),
            """
            a CIFAR net of He et al. 2015 (§4.2) has 6n + 2 layers, and 1000 is none of these.
            Fix: the nearest depths are 998 or 1004"""),
        refused(
            () -> Families.preActResnet(170, bottlenecks()),
            """
            a CIFAR net of bottlenecks (He et al. 2016, Table 3) has 9n + 2 layers, and 170 is none of these.
            Fix: the nearest depths are 164 or 173"""),
        refused(
            () -> Families.wideResnet(30, 10),
            """
            a wide residual net (Zagoruyko and Komodakis 2016, Table 1) has 6n + 4 layers, and 30 is none of these.
            Fix: the nearest depths are 28 or 34"""),
        refused(
            () -> Families.wideResnet(28, 0),
            """
            k is 0, expected 1 or more.
            Fix: wideResnet(28, 10)"""),
        refused(
            () -> Families.imagenetResnet(56),
            """
            an ImageNet net of He et al. 2015 (Table 1) has 18, 34, 50, 101 or 152 layers, not 56.
            Fix: imagenetResnet(…) with 50 or 101
             or: resnet(56), the net of this depth for CIFAR"""),
        refused(
            () -> Families.imagenetResnet(10),
            """
            an ImageNet net of He et al. 2015 (Table 1) has 18, 34, 50, 101 or 152 layers, not 10.
            Fix: imagenetResnet(…) with 18"""),
        refused(
            () -> Families.imagenetPlain(50),
            """
            the plain ImageNet nets of He et al. 2015 (Table 1) have 18 or 34 layers, not 50.
            Fix: imagenetPlain(18) or imagenetPlain(34)
             or: imagenetResnet(50).plain()"""));
  }

  private static Arguments refused(ThrowingCallable family, String message) {
    return arguments(family, message);
  }

  @Test
  void a_pre_activation_net_shares_the_activation_where_a_stage_begins_and_ends_with_one() {
    assertThat(Families.preActResnet(164))
        .hasToString(
            """
            net().conv(16)\
            .block(b -> b.batchNorm().relu()\
            .residual(c -> c.conv(16, kernelSize(1)).batchNorm().relu().conv(16).batchNorm().relu()\
            .conv(64, kernelSize(1)))\
            .repeat(17, c -> c.residual(d -> d.batchNorm().relu().conv(16, kernelSize(1))\
            .batchNorm().relu().conv(16).batchNorm().relu().conv(64, kernelSize(1))))).named("stage1")\
            .block(b -> b.batchNorm().relu()\
            .residual(c -> c.conv(32, kernelSize(1), stride(2)).batchNorm().relu().conv(32)\
            .batchNorm().relu().conv(128, kernelSize(1)))\
            .repeat(17, c -> c.residual(d -> d.batchNorm().relu().conv(32, kernelSize(1))\
            .batchNorm().relu().conv(32).batchNorm().relu().conv(128, kernelSize(1)))))\
            .named("stage2")\
            .block(b -> b.batchNorm().relu()\
            .residual(c -> c.conv(64, kernelSize(1), stride(2)).batchNorm().relu().conv(64)\
            .batchNorm().relu().conv(256, kernelSize(1)))\
            .repeat(17, c -> c.residual(d -> d.batchNorm().relu().conv(64, kernelSize(1))\
            .batchNorm().relu().conv(64).batchNorm().relu().conv(256, kernelSize(1)))))\
            .named("stage3")\
            .batchNorm().relu().globalAvgPool().dense(10)""");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void every_order_normalizes_and_rectifies_at_both_ends(
      ActivationOrder order, String start, String end) {
    assertThat(Families.resnet(8, order).toString())
        .startsWith("net().conv(16)" + start)
        .endsWith(end + ".globalAvgPool().dense(10)");
  }

  static Stream<Arguments> orders() {
    String first = ".block(b -> b.residual(zeroPad(), ";
    String last = ").named(\"stage3\")";
    return Stream.of(
        arguments(ActivationOrder.ORIGINAL, ".batchNorm().relu()" + first, ").relu()" + last),
        arguments(
            ActivationOrder.BATCH_NORM_AFTER_ADDITION,
            ".batchNorm().relu()" + first,
            ".conv(64)).batchNorm().relu()" + last),
        arguments(
            ActivationOrder.RELU_BEFORE_ADDITION,
            ".batchNorm().relu()" + first,
            ".batchNorm().relu())" + last),
        arguments(
            ActivationOrder.RELU_ONLY_PRE_ACTIVATION,
            ".batchNorm().block(b -> b.relu().residual(zeroPad(), ",
            ".batchNorm())" + last + ".relu()"),
        arguments(
            ActivationOrder.FULL_PRE_ACTIVATION,
            ".block(b -> b.batchNorm().relu().residual(zeroPad(), ",
            ".conv(64))" + last + ".batchNorm().relu()"));
  }

  @Test
  void a_pre_activation_net_has_basic_blocks_below_164_layers_and_takes_a_choice() {
    assertThat(Families.preActResnet(110).toString()).doesNotContain("kernelSize(1)");
    assertThat(Families.preActResnet(110, bottlenecks()).toString()).contains("repeat(11, ");
    assertThat(Families.preActResnet(164, basicBlocks()).toString()).contains("repeat(26, ");
    assertThat(Families.preActResnet(1202).toString()).contains("repeat(199, ");
  }

  @Test
  void a_name_gives_the_net_of_its_kind_and_depth() {
    assertThat(Families.named("resnet20")).isEqualTo(Families.resnet(20));
    assertThat(Families.named(" plain56 ")).isEqualTo(Families.plain(56));
    assertThat(Families.named("cifar-resnet20")).isEqualTo(Families.resnet(20));
    assertThat(Families.named("preact164")).isEqualTo(Families.preActResnet(164));
    assertThat(Families.named("wrn-16-2")).isEqualTo(Families.wideResnet(16, 2));
    assertThat(Families.named("imagenet-resnet50")).isEqualTo(Families.imagenetResnet(50));
    assertThat(Families.named("imagenet-resnet50-v1.5"))
        .isEqualTo(Families.imagenetResnet(50, strideIn3x3()));
    assertThat(Families.named("imagenet-plain34")).isEqualTo(Families.imagenetPlain(34));
  }

  @Test
  void a_plain_imagenet_net_is_the_residual_one_without_shortcuts() {
    assertThat(Families.imagenetPlain(18)).isEqualTo(Families.imagenetResnet(18).plain());
  }

  @Test
  void a_text_gives_the_net_it_describes() {
    assertThat(Families.named("net().conv(8).relu()")).isEqualTo(net().conv(8).relu());
    assertThat(Families.named("resnet(20, projection())"))
        .isEqualTo(Families.resnet(20, projection()));
  }

  @Test
  void an_unknown_name_is_refused_with_what_could_be_meant() {
    assertThatThrownBy(() -> Families.named("resnett20"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            """
            there is no net called "resnett20"; did you mean 'resnet20'?
            Fix: a name such as resnet20, plain20, preact164, stochastic-resnet110, wrn-28-10,\
             imagenet-resnet50, imagenet-resnet50-v1.5, imagenet-plain34, at any depth of its paper
             or: a text such as "net().conv(16).relu().globalAvgPool().dense(10)\"""");
  }

  @Test
  void a_name_like_none_is_refused_without_a_guess() {
    assertThatThrownBy(() -> Families.named("transformer"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("there is no net called \"transformer\".");
  }
}
