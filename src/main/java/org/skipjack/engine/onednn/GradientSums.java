package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bytedeco.dnnl.binary;
import org.jspecify.annotations.Nullable;
import org.skipjack.graph.Node;

/**
 * The gradient of each node's output, summed over the nodes that read it; and which of these
 * tensors may be overwritten.
 */
final class GradientSums {
  private final Emitter emitter;
  private final Map<String, Tensor> sums = new HashMap<>();
  private final Set<Tensor> shared = new HashSet<>();

  GradientSums(Emitter emitter) {
    this.emitter = emitter;
  }

  /** The sum for a node, or null if no gradient reaches it. */
  @Nullable Tensor of(Node node) {
    return sums.get(node.name());
  }

  /**
   * Whether a gradient's memory may take a result: the plan owns it, and one node alone reads it.
   */
  boolean mayOverwrite(Tensor gradient) {
    Tensor root = gradient.root();
    return root.owns(Tensor.Place.ARENA) && !shared.contains(root);
  }

  /** Adds a gradient that several nodes read, as both branches of a sum do. */
  void addShared(String node, Tensor gradient) {
    shared.add(gradient.root());
    add(node, gradient);
  }

  void add(String node, Tensor gradient) {
    Tensor sum = sums.get(node);
    if (sum == null) {
      sums.put(node, gradient);
      return;
    }
    Tensor summand = emitter.inLayout(gradient, sum.layout);
    Tensor result =
        mayOverwrite(sum)
            ? sum.overwritten()
            : mayOverwrite(summand)
                ? summand.overwritten()
                : Tensor.inArena(sum.name + " summed", sum.layout);
    binary.primitive_desc made =
        new binary.primitive_desc(
            emitter.cpu,
            dnnl_binary_add,
            sum.layout,
            summand.layout,
            result.layout,
            Emitter.attributes(),
            false);
    emitter.step(
        "sum gradients of " + node,
        made,
        binary::new,
        DNNL_ARG_SRC_0,
        sum,
        DNNL_ARG_SRC_1,
        summand,
        DNNL_ARG_DST,
        result);
    sums.put(node, result);
  }
}
