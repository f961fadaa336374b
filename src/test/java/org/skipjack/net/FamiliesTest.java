package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.classes;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.width;
import static org.skipjack.net.Option.zeroPad;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(weighted(Families.resnet(depth).layers())).isEqualTo(depth);
  }

  private static int weighted(List<Layer> layers) {
    return layers.stream().mapToInt(FamiliesTest::weighted).sum();
  }

  private static int weighted(Layer layer) {
    if (layer instanceof Layer.Named named) {
      return weighted(named.layer());
    }
    if (layer instanceof Layer.Block block) {
      return weighted(block.body().layers());
    }
    if (layer instanceof Layer.Residual residual) {
      return weighted(residual.body().layers());
    }
    return layer instanceof Layer.Conv || layer instanceof Layer.Dense ? 1 : 0;
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
            """
            a CIFAR net of He et al. 2015 (§4.2) has 6n + 2 layers, and %d is none of these.
            Fix: the nearest depths are %s"""
                .formatted(depth, nearest));
  }

  @Test
  void a_name_gives_the_net_of_its_kind_and_depth() {
    assertThat(Families.named("resnet20")).isEqualTo(Families.resnet(20));
    assertThat(Families.named(" plain56 ")).isEqualTo(Families.plain(56));
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
            Fix: resnetD or plainD with a depth D of 8, 14, 20, 32, 44, 56, 110 …, or a text such as\
             "net().conv(16).relu().globalAvgPool().dense(10)\"""");
  }

  @Test
  void a_name_like_none_is_refused_without_a_guess() {
    assertThatThrownBy(() -> Families.named("transformer"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("there is no net called \"transformer\".");
  }
}
