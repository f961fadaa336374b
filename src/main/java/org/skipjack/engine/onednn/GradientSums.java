package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.jspecify.annotations.Nullable;
import org.skipjack.graph.Node;

/** The gradient of each node's output, summed over the nodes that read it. */
final class GradientSums {

  /** A gradient so far, and whether another node's backward pass may still read this tensor. */
  private record Sum(Tensor tensor, boolean shared) {}

  private final Emitter emitter;
  private final Map<String, Sum> sums = new HashMap<>();

  GradientSums(Emitter emitter) {
    this.emitter = emitter;
  }

  /** The sum for a node, or null if no gradient reaches it. */
  @Nullable Tensor of(Node node) {
    Sum sum = sums.get(node.name());
    return sum == null ? null : sum.tensor();
  }

  /** Adds a gradient that nothing else reads. */
  void add(String node, Tensor gradient) {
    add(node, gradient, false);
  }

  /** Adds a gradient that several nodes read, as both branches of a sum do. */
  void addShared(String node, Tensor gradient) {
    add(node, gradient, true);
  }

  private void add(String node, Tensor gradient, boolean shared) {
    Sum sum = sums.get(node);
    if (sum == null) {
      sums.put(node, new Sum(gradient, shared));
      return;
    }
    Tensor summand = emitter.inLayout(gradient, sum.tensor().layout);
    Tensor result =
        sum.shared()
            ? Tensor.inArena(sum.tensor().name + " summed", sum.tensor().layout)
            : sum.tensor();
    binary.primitive_desc made =
        new binary.primitive_desc(
            emitter.cpu,
            dnnl_binary_add,
            sum.tensor().layout,
            summand.layout,
            result.layout,
            Emitter.attributes(),
            false);
    emitter.step(
        "sum gradients of " + node,
        made,
        binary::new,
        DNNL_ARG_SRC_0,
        sum.tensor(),
        DNNL_ARG_SRC_1,
        summand,
        DNNL_ARG_DST,
        result);
    sums.put(node, new Sum(result, false));
  }
}
