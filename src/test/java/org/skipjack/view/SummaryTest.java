package org.skipjack.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroPad;

import org.junit.jupiter.api.Test;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

class SummaryTest {
  private static final Shape SMALL = Shape.image(3, 8, 8);
  private static final Shape CIFAR = Shape.image(3, 32, 32);

  @Test
  void the_table_has_a_row_for_each_layer_with_shares_and_receptive_fields() {
    Net net =
        net()
            .conv(4, bias())
            .batchNorm()
            .relu()
            .maxPool()
            .residual(zeroPad(), b -> b.conv(8, stride(2)).batchNorm().relu().conv(8))
            .globalAvgPool()
            .dense(3);

    assertThat(Summary.of(net, SMALL).text())
        .isEqualTo(
            """
            layer              output        parameters   share   MACs   share  field
            input              [N, 3, 8, 8]                                       1×1
            conv1  3×3         [N, 4, 8, 8]         112  10.9 %  6,912  66.5 %    3×3
            batchNorm1         [N, 4, 8, 8]           8   0.8 %                   3×3
            relu1              [N, 4, 8, 8]                                       3×3
            maxPool1  2×2, /2  [N, 4, 4, 4]                                       4×4
            block1             [N, 8, 2, 2]         880  85.7 %  3,456  33.3 %  16×16
              conv1  3×3, /2   [N, 8, 2, 2]         288  28.0 %  1,152  11.1 %    8×8
              batchNorm1       [N, 8, 2, 2]          16   1.6 %                   8×8
              relu1            [N, 8, 2, 2]                                       8×8
              conv2  3×3       [N, 8, 2, 2]         576  56.1 %  2,304  22.2 %  16×16
              zeroPad  /2      [N, 8, 2, 2]                                       4×4
              add              [N, 8, 2, 2]                                     16×16
            globalAvgPool1     [N, 8]                                             all
            dense1             [N, 3]                27   2.6 %     24   0.2 %    all

            1,027 parameters, 10,392 multiply-accumulates for one example
            """);
  }

  @Test
  void equal_neighbors_are_one_row_with_their_sums_and_the_rows_of_the_first_below() {
    Summary summary = Summary.of(Families.resnet(20), CIFAR);

    Summary.Row run =
        summary.rows().stream().filter(row -> row.label().startsWith("3 ×")).findFirst().get();
    assertThat(run.label()).isEqualTo("3 × (block1, relu1)");
    assertThat(run.parameters()).isEqualTo(3 * (2 * 9 * 16 * 16 + 2 * 2 * 16));
    assertThat(run.field()).hasToString("15×15");
    Summary.Row first = summary.rows().get(summary.rows().indexOf(run) + 1);
    assertThat(first.label()).isEqualTo("block1");
    assertThat(first.parameters()).isEqualTo(run.parameters() / 3);
  }

  @Test
  void a_net_ten_times_as_deep_has_no_more_rows() {
    int rows = Summary.of(Families.resnet(20), CIFAR).rows().size();

    assertThat(Summary.of(Families.resnet(200), CIFAR).rows()).hasSize(rows);
    assertThat(Summary.unfolded(Families.resnet(200), CIFAR).rows()).hasSizeGreaterThan(9 * rows);
  }

  @Test
  void the_totals_are_those_of_the_rows_at_the_margin_folded_or_not() {
    Net net = Families.resnet(20);

    for (Summary summary : new Summary[] {Summary.of(net, CIFAR), Summary.unfolded(net, CIFAR)}) {
      assertThat(summary.parameters()).isEqualTo(269_722).isEqualTo(margin(summary, true));
      assertThat(summary.macs()).isEqualTo(40_551_040).isEqualTo(margin(summary, false));
    }
  }

  private static long margin(Summary summary, boolean parameters) {
    return summary.rows().stream()
        .filter(row -> row.depth() == 0)
        .mapToLong(row -> parameters ? row.parameters() : row.macs())
        .sum();
  }

  @Test
  void notes_stand_below_the_table_with_finding_source_and_how_to_silence_them() {
    Net net = net().conv(4).residual(b -> b.conv(4).relu());

    assertThat(Summary.of(net, SMALL).text())
        .contains(
            """
            note relu-before-addition, block1: F ends in relu, before the addition: F(x) is never negative,
              so the signal can only grow from block to block. ResNet-110 has 7.84 % error on CIFAR-10 so,
              with the relu behind the addition 6.61 %. (He et al. 2016, arXiv:1603.05027, §4.1 and Table 2)
              To leave this out: silence("relu-before-addition")
            """)
        .contains("note one-layer-block, block1: ");
    assertThat(Summary.of(net.silence("relu-before-addition"), SMALL).text())
        .doesNotContain("relu-before-addition")
        .contains("one-layer-block");
  }

  @Test
  void html_has_the_same_rows_with_bars_and_the_notes() {
    Net net = net().conv(4).residual(b -> b.conv(4).relu());
    String html = Summary.of(net, SMALL).html();

    assertThat(html)
        .contains("<td style=\"padding-left:26px\">conv1 <span class=\"what\">3×3</span></td>")
        .contains("<td class=\"bar\" style=\"--share:")
        .contains("<p class=\"note\"><b>one-layer-block</b>, block1: ")
        .doesNotContain("<script", "http://", "https://");
    WellFormed.requireXml(html);
  }
}
