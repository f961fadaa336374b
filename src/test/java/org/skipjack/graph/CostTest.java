package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.classes;
import static org.skipjack.net.Option.exclusiveGate;
import static org.skipjack.net.Option.groups;
import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.projectionWhereNeeded;
import static org.skipjack.net.Option.squeezeExcitation;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.strideIn3x3;
import static org.skipjack.net.Option.zeroPad;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.skipjack.net.ActivationOrder;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.Shortcut;

/**
 * Parameters and multiply-accumulates: the CIFAR nets of He et al. 2015 (arXiv:1512.03385, Table 6)
 * with shortcuts A, B and C, its ImageNet nets (Table 1), the nets of He et al. 2016, wide nets,
 * and small nets counted by hand.
 */
class CostTest {
  private static final Shape CIFAR = Shape.image(3, 32, 32);
  private static final Shape IMAGENET = Shape.image(3, 224, 224);

  @ParameterizedTest(name = "ResNet-{0}")
  @CsvSource({
    // depth, parameters with A, B and C, multiply-accumulates with A
    "   20,    269_722,    272_474,    283_962,    40_551_040",
    "   32,    464_154,    466_906,    489_594,    68_862_592",
    "   44,    658_586,    661_338,    695_226,    97_174_144",
    "   56,    853_018,    855_770,    900_858,   125_485_696",
    "  110,  1_727_962,  1_730_714,  1_826_202,   252_887_680",
    " 1202, 19_421_274, 19_424_026, 20_538_714, 2_829_238_912",
  })
  void the_nets_of_the_paper_cost_what_the_paper_says(
      int depth, String a, String b, String c, String macs) {
    Graph graph = resnet(depth, zeroPad());

    assertThat(graph.parameterCount()).as("A").isEqualTo(number(a));
    assertThat(graph.macs()).as("MACs of A").isEqualTo(number(macs));
    assertThat(resnet(depth, projectionWhereNeeded()).parameterCount())
        .as("B")
        .isEqualTo(number(b));
    assertThat(resnet(depth, projection()).parameterCount()).as("C").isEqualTo(number(c));
  }

  @ParameterizedTest(name = "plain-{0}")
  @CsvSource({"20", "32", "44", "56", "110", "1202"})
  void a_plain_net_costs_as_much_as_one_with_shortcuts_a(int depth) {
    Graph plain = Graph.of(Families.plain(depth), CIFAR);
    Graph residual = resnet(depth, zeroPad());

    assertThat(plain.parameterCount()).isEqualTo(residual.parameterCount());
    assertThat(plain.macs()).isEqualTo(residual.macs());
  }

  private static Graph resnet(int depth, Shortcut shortcut) {
    return Graph.of(Families.resnet(depth, shortcut), CIFAR);
  }

  private static long number(String digits) {
    return Long.parseLong(digits.replace("_", ""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // depth, parameters with A, B and C, multiply-accumulates with A and B; where the paper has the
    // net
    "18,  11_515_688, 11_689_512,           , 1_794_805_760,  1_814_073_344",
    "34,  21_623_848, 21_797_672, 22_716_840, 3_644_493_824,  3_663_761_408",
    "50,            , 25_557_032,           ,              ,  3_857_973_248",
    "101,           , 44_549_160,           ,              ,  7_570_194_432",
    "152,           , 60_192_808,           ,              , 11_282_415_616",
  })
  void the_imagenet_nets_of_the_paper_cost_what_the_paper_implies(
      int depth, @Nullable String a, String b, @Nullable String c, String macsA, String macsB) {
    assertCosts(Families.imagenetResnet(depth), b, macsB);
    if (a != null) {
      assertCosts(Families.imagenetResnet(depth, zeroPad()), a, macsA);
      assertCosts(Families.imagenetPlain(depth), a, macsA);
    }
    if (c != null) {
      assertThat(Graph.of(Families.imagenetResnet(depth, projection()), IMAGENET).parameterCount())
          .isEqualTo(number(c));
    }
  }

  private static void assertCosts(Net net, String parameters, String macs) {
    Graph graph = Graph.of(net, IMAGENET);

    assertThat(graph.parameterCount()).isEqualTo(number(parameters));
    assertThat(graph.macs()).isEqualTo(number(macs));
  }

  @Test
  void resnet_50_of_version_1_5_costs_more_and_holds_as_much() {
    assertCosts(Families.imagenetResnet(50, strideIn3x3()), "25_557_032", "4_089_184_256");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"110, 1_727_962", "164, 1_703_258", "1001, 10_327_706", "20, 269_722"})
  void pre_activation_nets_hold_what_the_paper_implies(int depth, String parameters) {
    assertThat(Graph.of(Families.preActResnet(depth), CIFAR).parameterCount())
        .isEqualTo(number(parameters));
  }

  @ParameterizedTest
  @EnumSource
  void every_order_of_activation_holds_as_many_parameters(ActivationOrder order) {
    Graph graph = Graph.of(Families.resnet(110, order), CIFAR);

    assertThat(graph.parameterCount()).isEqualTo(1_727_962);
    assertThat(graph.macs()).isEqualTo(252_887_680);
  }

  @ParameterizedTest(name = "WRN-{0}-{1}")
  @CsvSource({
    // Zagoruyko and Komodakis 2016, Table 4: 8.9M, 11.0M, 36.5M
    "40,  4,  8_949_210",
    "16,  8, 10_961_370",
    "28, 10, 36_479_194",
  })
  void wide_nets_hold_what_their_paper_says(int depth, int k, String parameters) {
    assertThat(Graph.of(Families.wideResnet(depth, k), CIFAR).parameterCount())
        .isEqualTo(number(parameters));
  }

  @Test
  void a_hundred_classes_add_their_rows_to_the_last_layer() {
    Graph graph = Graph.of(Families.resnet(20, classes(100)), CIFAR);

    assertThat(graph.parameterCount()).isEqualTo(269_722 + 5_850);
  }

  @Test
  void a_convolution_costs_its_weights_at_each_pixel_of_the_output() {
    Graph graph = graph(net().conv(5, kernelSize(3), stride(2)), Shape.image(2, 7, 4));

    assertThat(graph.parameterCount()).isEqualTo(5 * 2 * 9);
    assertThat(graph.macs()).isEqualTo(5 * 2 * 9 * (4 * 2));
  }

  @Test
  void groups_share_the_cost_out() {
    Graph graph = graph(net().conv(8, groups(4)), Shape.image(4, 5, 5));
    Graph depthwise = graph(net().depthwiseConv(), Shape.image(4, 5, 5));

    assertThat(graph.parameterCount()).isEqualTo(8 * 1 * 9);
    assertThat(graph.macs()).isEqualTo(8 * 1 * 9 * 25);
    assertThat(depthwise.parameterCount()).isEqualTo(4 * 9);
    assertThat(depthwise.macs()).isEqualTo(4 * 9 * 25);
  }

  @Test
  void squeeze_and_excitation_adds_what_its_paper_says() {
    // Hu et al. 2018 (arXiv:1709.01507, eq. 5): 2 / r · Σ N · C² weights, "about 2.5 million" of
    // ResNet-50; and here the biases
    long weights = 2 * (3 * 256 * 16 + 4 * 512 * 32 + 6 * 1024 * 64 + 3 * 2048 * 128);
    long biases = 3 * (16 + 256) + 4 * (32 + 512) + 6 * (64 + 1024) + 3 * (128 + 2048);
    Graph graph = Graph.of(Families.imagenetResnet(50, squeezeExcitation(16)), IMAGENET);

    assertThat(graph.parameterCount()).isEqualTo(25_557_032 + weights + biases);
    assertThat(graph.parameterCount()).isEqualTo(28_088_024);
  }

  @Test
  void a_gate_costs_a_projection_with_bias() {
    Graph plain = Graph.of(Families.resnet(110), CIFAR);
    Graph gated = Graph.of(Families.resnet(110, exclusiveGate(-6, zeroPad())), CIFAR);
    long gates = 17 * (16 * 16 + 32 * 32 + 64 * 64) + 16 * 16 + 16 * 32 + 32 * 64;

    assertThat(gated.parameterCount() - plain.parameterCount())
        .isEqualTo(gates + 18 * (16 + 32 + 64));
  }

  @Test
  void a_bias_is_a_parameter_and_no_multiplication() {
    Graph graph = graph(net().conv(5, kernelSize(1), bias()), Shape.image(2, 3, 3));

    assertThat(graph.parameterCount()).isEqualTo(5 * 2 + 5);
    assertThat(graph.macs()).isEqualTo(5 * 2 * 9);
  }

  @Test
  void a_dense_layer_costs_its_weights_once() {
    Graph graph = graph(net().dense(10), Shape.vector(64));

    assertThat(graph.parameterCount()).isEqualTo(650);
    assertThat(graph.macs()).isEqualTo(640);
  }

  @Test
  void running_statistics_are_no_parameters() {
    Graph graph = graph(net().batchNorm(), Shape.image(6, 3, 3));

    assertThat(graph.parameterCount()).isEqualTo(12);
    assertThat(graph.parameters().stream().mapToLong(Parameter::elements).sum()).isEqualTo(24);
    assertThat(graph.macs()).isZero();
  }

  @Test
  void what_is_done_once_for_each_value_costs_nothing() {
    Net net =
        net()
            .relu()
            .sigmoid()
            .tanh()
            .gelu()
            .softmax()
            .scale(2)
            .maxPool()
            .avgPool()
            .dropout(0.5)
            .flatten();

    assertThat(graph(net, CIFAR).macs()).isZero();
    assertThat(graph(net, CIFAR).parameterCount()).isZero();
  }

  private static Graph graph(Net net, Shape input) {
    return Graph.of(net, input);
  }
}
