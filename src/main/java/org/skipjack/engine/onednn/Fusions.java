package org.skipjack.engine.onednn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skipjack.graph.Activation;
import org.skipjack.graph.BatchNorm;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Node;
import org.skipjack.graph.Op;

/**
 * Which nodes a convolution computes along with its own in inference: the normalization behind it,
 * and then functions and sums, as long as nothing else reads what lies between.
 */
final class Fusions {
  // What oneDNN's fast kernels take without falling back; a residual block needs two.
  private static final int MOST_AFTER = 4;

  /**
   * A chain of nodes that becomes one primitive.
   *
   * @param convolution where it starts
   * @param norm the normalization that is folded into the weights, if one follows
   * @param after functions and sums, in order
   */
  record Chain(Node convolution, @Nullable Node norm, List<Node> after) {

    /** All its nodes. */
    List<Node> nodes() {
      List<Node> nodes = new ArrayList<>(after);
      nodes.add(convolution);
      if (norm != null) {
        nodes.add(norm);
      }
      return nodes;
    }

    /** The node whose output the primitive writes. */
    Node end() {
      if (!after.isEmpty()) {
        return after.get(after.size() - 1);
      }
      return norm == null ? convolution : norm;
    }
  }

  private final Map<String, Chain> byEnd = new HashMap<>();
  private final Set<String> inside = new HashSet<>();

  Fusions(GraphIndex graphIndex) {
    for (Node node : graphIndex.graph().nodes()) {
      if (node.op() instanceof Conv2d) {
        add(chain(graphIndex, node));
      }
    }
  }

  private Chain chain(GraphIndex graphIndex, Node convolution) {
    Node reader = graphIndex.soleReader(convolution);
    Node norm = reader != null && reader.op() instanceof BatchNorm ? reader : null;
    List<Node> after = new ArrayList<>();
    Node last = norm == null ? convolution : norm;
    for (Node next = graphIndex.soleReader(last);
        next != null && after.size() < MOST_AFTER && canFollow(next);
        next = graphIndex.soleReader(next)) {
      after.add(next);
    }
    return new Chain(convolution, norm, after);
  }

  /** A sum belongs to the first chain that reaches it; the other branch is read by it. */
  private boolean canFollow(Node node) {
    boolean kind = node.op() instanceof Activation || node.op() instanceof Op.Add;
    return kind && !inside.contains(node.name()) && !byEnd.containsKey(node.name());
  }

  private void add(Chain chain) {
    chain.nodes().forEach(node -> inside.add(node.name()));
    inside.remove(chain.end().name());
    byEnd.put(chain.end().name(), chain);
  }

  /** The chain that ends with a node, or null. */
  @Nullable Chain endingAt(Node node) {
    return byEnd.get(node.name());
  }

  /** Whether a chain computes a node on its way to another. */
  boolean passes(Node node) {
    return inside.contains(node.name());
  }
}
