package org.skipjack.engine.onednn;

import java.util.List;
import org.bytedeco.dnnl.memory;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Multiply;
import org.skipjack.graph.Node;
import org.skipjack.graph.Noise;
import org.skipjack.graph.Shape;

/** Descriptions of memory for oneDNN: images in four axes, vectors in two. */
final class Layouts {
  /** Channels that fill a vector of every processor. */
  static final int BLOCK = 16;

  private Layouts() {}

  /** The extents with the batch in front. */
  static long[] sizes(Shape shape, long batch) {
    return shape.withBatch(batch);
  }

  /**
   * How the values of a graph lie in memory. Blocks of 16 channels are oneDNN's choice on AVX-512,
   * and right where the channels fill them. Where some convolution has another number of channels,
   * blocks are padded and mixed with reference kernels that are a hundred times slower; channels
   * last then. The same holds for groups that do not fill blocks, and for products with factors
   * that are used again along an axis.
   */
  static memory.format_tag values(Graph graph) {
    boolean inBlocks = graph.nodes().stream().allMatch(Layouts::likesBlocks);
    return inBlocks ? memory.format_tag.any : memory.format_tag.nhwc;
  }

  private static boolean likesBlocks(Node node) {
    if (node.op() instanceof Conv2d conv) {
      int inGroup = node.parameters().get(0).sizes().get(1);
      int outOfGroup = conv.filters() / conv.groups();
      boolean depthwise = inGroup == 1 && outOfGroup == 1;
      boolean fills = conv.groups() == 1 || (inGroup % BLOCK == 0 && outOfGroup % BLOCK == 0);
      return conv.filters() % BLOCK == 0 && (depthwise || fills);
    }
    return !(node.op() instanceof Multiply)
        && !(node.op() instanceof Noise noise && noise.perBatch());
  }

  /** oneDNN may choose. */
  static memory.desc any(long[] sizes, memory.data_type type) {
    return new memory.desc(sizes, type, memory.format_tag.any);
  }

  /** Images with the channels of a pixel side by side. */
  static memory.desc channelsLast(long[] sizes, memory.data_type type) {
    return new memory.desc(sizes, type, memory.format_tag.nhwc);
  }

  /** The public layout: the last axis is the fastest. */
  static memory.desc plain(long[] sizes, memory.data_type type) {
    return new memory.desc(
        sizes,
        type,
        switch (sizes.length) {
          case 1 -> memory.format_tag.a;
          case 2 -> memory.format_tag.ab;
          case 5 -> memory.format_tag.abcde;
          default -> memory.format_tag.abcd;
        });
  }

  static long[] sizes(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).toArray();
  }
}
