package org.skipjack.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

class DifferenceTest {
  private static final Shape CIFAR = Shape.image(3, 32, 32);

  private static Difference named(Net a, Net b) {
    return Difference.named(List.of("a", "b"), List.of(Graph.of(a, CIFAR), Graph.of(b, CIFAR)));
  }

  @Test
  void a_net_and_its_plain_twin_share_all_weights_and_differ_in_shortcuts() {
    assertThat(named(Families.plain(20), Families.resnet(20)).text())
        .isEqualTo(
            """
            a and b share 59 operations alike, and 269,722 learned values with the same first values (all of 269,722, all of 269,722).
              only b  9 × add: stage1/block1/add, stage1/block2/add, stage1/block3/add and 6 more
              only b  2 × zeroPad: stage2/block1/zeroPad, stage3/block1/zeroPad
            """);
  }

  @Test
  void layers_of_one_path_that_compute_something_else_are_changed() {
    Difference difference =
        named(net().conv(8).relu().conv(8), net().conv(8).relu().conv(8, stride(2)).tanh());

    assertThat(difference.text())
        .isEqualTo(
            """
            a and b share 2 operations alike, and 792 learned values with the same first values (all of 792, all of 792).
              changed  1 × conv2d 3×3 [N, 8, 32, 32] → conv2d 3×3, /2 [N, 8, 16, 16]: conv2
              only b  1 × tanh: tanh1
            """);
    assertThat(difference.isNone()).isFalse();
    WellFormed.requireXml(difference.html());
  }

  @Test
  void wider_layers_share_no_weights() {
    assertThat(named(net().conv(8), net().conv(16)).text())
        .startsWith(
            "a and b share 0 operations alike, and 0 learned values with the same first values"
                + " (none of 216, none of 432).");
  }

  @Test
  void equal_nets_have_no_difference() {
    Difference difference = Difference.of(Families.resnet(20), Families.resnet(20), CIFAR);

    assertThat(difference.isNone()).isTrue();
    assertThat(difference.text()).endsWith("They compute the same.\n");
    WellFormed.requireXml(difference.html());
  }
}
