package org.skipjack.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what every pass over a graph must keep: one input, first; unique names; each node reads
 * only earlier ones, and all but the last are read; each shape is what the operation's rule gives;
 * unique parameters.
 */
public final class Verifier {
  private Verifier() {}

  /**
   * Checks a graph.
   *
   * @throws IllegalStateException if the graph is not well formed, which is a defect of the pass
   *     that made it
   */
  public static void verify(Graph graph) {
    Map<String, Shape> shapes = new HashMap<>();
    Set<String> read = new HashSet<>();
    for (Node node : graph.nodes()) {
      boolean first = shapes.isEmpty();
      require(
          first == node.op() instanceof Op.Input, node, "the input stands first, and only there");
      require(
          shapes.keySet().containsAll(node.inputs()), node, "reads a node that is not before it");
      List<Shape> inputs = node.inputs().stream().map(shapes::get).toList();
      Shape expected = node.op().infer(node.origin(), inputs);
      require(expected.equals(node.shape()), node, "its shape should be " + expected);
      require(
          node.op().parameters(node.name(), inputs).equals(node.parameters()),
          node,
          "its parameters are not those of its operation");
      require(shapes.put(node.name(), node.shape()) == null, node, "its name is taken");
      read.addAll(node.inputs());
    }
    for (Node node : graph.nodes()) {
      boolean isOutput = node.equals(graph.output());
      require(read.contains(node.name()) != isOutput, node, "only the output is read by no node");
    }
  }

  private static void require(boolean holds, Node node, String rule) {
    if (!holds) {
      throw new IllegalStateException("the graph is not well formed at " + node + ": " + rule);
    }
  }
}
