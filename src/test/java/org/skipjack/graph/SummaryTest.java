package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroPad;

import org.junit.jupiter.api.Test;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

class SummaryTest {
  private final Net net =
      net()
          .conv(4, bias())
          .batchNorm()
          .relu()
          .maxPool()
          .residual(zeroPad(), b -> b.conv(8, stride(2)))
          .globalAvgPool()
          .dense(3);

  @Test
  void the_table_has_a_row_for_each_operation_and_ends_with_the_totals() {
    assertThat(Summary.of(net, Shape.image(3, 8, 8)).toString())
        .isEqualToNormalizingNewlines(
            """
            layer           operation      output                  parameters             MACs
            input           input          [N, 3, 8, 8]
            conv1           conv2d         [N, 4, 8, 8]                   112            6,912
            batchNorm1      batchNorm      [N, 4, 8, 8]                     8
            relu1           relu           [N, 4, 8, 8]
            maxPool1        maxPool2d      [N, 4, 4, 4]
            block1/conv1    conv2d         [N, 8, 2, 2]                   288            1,152
            block1/zeroPad  zeroPad        [N, 8, 2, 2]
            block1/add      add            [N, 8, 2, 2]
            globalAvgPool1  globalAvgPool  [N, 8]
            dense1          dense          [N, 3]                          27               24

            435 parameters, 8,088 multiply-accumulates for one example
            """);
  }

  @Test
  void the_totals_are_the_sums_of_the_rows() {
    Summary summary = Summary.of(Families.resnet(20), Shape.image(3, 32, 32));

    assertThat(summary.parameters())
        .isEqualTo(269_722)
        .isEqualTo(summary.rows().stream().mapToLong(Summary.Row::parameters).sum());
    assertThat(summary.macs())
        .isEqualTo(40_551_040)
        .isEqualTo(summary.rows().stream().mapToLong(Summary.Row::macs).sum());
  }
}
