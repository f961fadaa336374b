package org.skipjack.engine.onednn;

import java.util.List;
import org.bytedeco.dnnl.memory;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;

/** Descriptions of memory for oneDNN: images in four axes, vectors in two. */
final class Layouts {
  private Layouts() {}

  /** The extents with the batch in front. */
  static long[] sizes(Shape shape, long batch) {
    return shape.withBatch(batch);
  }

  /**
   * How the values of a graph lie in memory. Blocks of 16 channels are oneDNN's choice on AVX-512,
   * and right where the channels fill them. Where some convolution has another number of channels,
   * blocks are padded and mixed with reference kernels that are a hundred times slower; channels
   * last then.
   */
  static memory.format_tag values(Graph graph) {
    boolean fillBlocks =
        graph.nodes().stream()
            .filter(node -> node.op() instanceof Conv2d)
            .allMatch(node -> node.shape().channels() % 16 == 0);
    return fillBlocks ? memory.format_tag.any : memory.format_tag.nhwc;
  }

  /** oneDNN may choose. */
  static memory.desc any(long[] sizes, memory.data_type type) {
    return new memory.desc(sizes, type, memory.format_tag.any);
  }

  /** The public layout: the last axis is the fastest. */
  static memory.desc plain(long[] sizes, memory.data_type type) {
    return new memory.desc(
        sizes,
        type,
        switch (sizes.length) {
          case 1 -> memory.format_tag.a;
          case 2 -> memory.format_tag.ab;
          default -> memory.format_tag.abcd;
        });
  }

  static long[] sizes(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).toArray();
  }
}
