package org.skipjack.train.health;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.skipjack.engine.TensorListener;
import org.skipjack.graph.Activation;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;

/**
 * A tensor listener that finds dead relus: those that output zero for every image of a batch.
 *
 * <p>An engine may fuse a relu with the node before it, and then reports the output of one of them.
 */
public final class DeadReluDetector implements TensorListener {
  private final List<Node> relus;
  private final Set<String> sought = new HashSet<>();
  private final Map<String, Boolean> isZero = new HashMap<>();

  public DeadReluDetector(Graph graph) {
    relus = graph.nodes().stream().filter(DeadReluDetector::isRelu).toList();
    relus.forEach(relu -> sought.addAll(List.of(relu.name(), relu.input())));
  }

  private static boolean isRelu(Node node) {
    return node.op() instanceof Activation activation
        && activation.function() == Activation.Function.RELU;
  }

  @Override
  public void computed(String node, Part part, Supplier<float[]> values) {
    if (part == Part.OUTPUT && sought.contains(node)) {
      isZero.put(node, isZero(values.get()));
    }
  }

  private static boolean isZero(float[] values) {
    for (float value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** The paths of the relus. */
  public List<String> dead() {
    return relus.stream()
        .filter(relu -> isZero.getOrDefault(relu.name(), isZero.getOrDefault(relu.input(), false)))
        .map(Node::name)
        .toList();
  }
}
