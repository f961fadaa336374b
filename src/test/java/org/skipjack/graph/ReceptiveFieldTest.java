package org.skipjack.graph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.dilation;
import static org.skipjack.net.Option.kernelSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

class ReceptiveFieldTest {

  private static ReceptiveField last(Net net) {
    Graph graph = Graph.of(net, DefaultInputShape.of(net));
    return requireNonNull(graph.receptiveFields().get(graph.output().name()));
  }

  /** The figures are those that Araujo et al. 2019 list with their library, receptive_field. */
  @ParameterizedTest
  @CsvSource({"50, 483", "101, 1027", "152, 1507"})
  void the_papers_bottleneck_nets_see_as_much_as_published(int depth, long size) {
    Net net = Families.imagenetResnet(depth);
    Graph graph = Graph.of(net, DefaultInputShape.of(net));
    String before = graph.node("globalAvgPool1").input();

    assertThat(requireNonNull(graph.receptiveFields().get(before)).size()).isEqualTo(size);
  }

  @Test
  void a_window_widens_by_its_extent_in_steps_of_all_strides_before_it() {
    assertThat(last(net().conv(4))).hasToString("3×3");
    assertThat(last(net().conv(4).maxPool().conv(4))).hasToString("8×8");
    assertThat(last(net().conv(4, dilation(2)))).hasToString("5×5");
    assertThat(last(net().conv(4, kernelSize(1)).relu())).hasToString("1×1");
  }

  @Test
  void a_sum_sees_what_its_wider_branch_sees() {
    assertThat(last(net().residual(b -> b.conv(3).conv(3)))).hasToString("5×5");
  }

  @Test
  void what_reads_the_whole_image_sees_it_all() {
    assertThat(last(net().conv(4).globalAvgPool())).hasToString("all");
    assertThat(last(net().flatten().dense(3))).hasToString("all");
    assertThat(last(net().squeezeExcitation(2))).hasToString("all");
  }

  @Test
  void nets_for_imagenet_are_told_by_their_strides() {
    assertThat(DefaultInputShape.of(Families.imagenetPlain(18)))
        .isEqualTo(Shape.image(3, 224, 224));
    assertThat(DefaultInputShape.of(Families.wideResnet(16, 4))).isEqualTo(Shape.image(3, 32, 32));
  }
}
