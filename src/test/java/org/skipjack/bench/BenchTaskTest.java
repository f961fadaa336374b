package org.skipjack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import org.junit.jupiter.api.Test;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;

class BenchTaskTest {

  @Test
  void inference_takes_two_operations_for_a_multiply_accumulate() {
    Graph graph = Graph.of(Families.resnet(20), Shape.image(3, 32, 32));

    assertThat(BenchTask.INFER.flops(graph)).isEqualTo(2 * 40_551_040L);
  }

  @Test
  void training_takes_six_and_four_in_the_first_convolution() {
    Graph graph = Graph.of(Families.resnet(20), Shape.image(3, 32, 32));
    long first = 16L * 3 * 9 * 32 * 32;

    assertThat(BenchTask.TRAIN.flops(graph)).isEqualTo(6 * 40_551_040L - 2 * first);
  }

  @Test
  void every_layer_that_reads_the_image_takes_four() {
    // Body and projection both read the image; the dense layer does not.
    Graph graph =
        Graph.of(
            net().residual(b -> b.conv(4, stride(2))).globalAvgPool().dense(10),
            Shape.image(3, 8, 8));
    long body = 4L * 3 * 9 * 4 * 4;
    long projection = 4L * 3 * 4 * 4;

    assertThat(BenchTask.TRAIN.flops(graph)).isEqualTo(4 * (body + projection) + 6 * 4 * 10);
  }

  @Test
  void what_learns_nothing_passes_no_gradient_on() {
    Graph graph = Graph.of(net().flatten().dense(5).dense(2), Shape.image(1, 2, 2));

    assertThat(BenchTask.TRAIN.flops(graph)).isEqualTo(4 * (4 * 5) + 6 * (5 * 2));
  }

  @Test
  void batch_normalization_before_a_layer_learns() {
    Graph graph = Graph.of(net().batchNorm().conv(2).globalAvgPool(), Shape.image(1, 4, 4));

    assertThat(BenchTask.TRAIN.flops(graph)).isEqualTo(6 * (2 * 9 * 4 * 4));
  }
}
