package org.skipjack.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what every pass over a graph must keep: one input, first; each node reads as many earlier
 * ones as its operation takes, and all but the last are read; each shape and each parameter is what
 * the operation's rule gives; no two nodes or parameters have the same name.
 */
public final class Verifier {
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> read = new HashSet<>();

  private Verifier() {}

  /**
   * Checks a graph.
   *
   * @throws IllegalStateException if the graph is not well formed, which is a defect of the pass
   *     that made it
   */
  public static void verify(Graph graph) {
    if (graph.nodes().isEmpty()) {
      throw new IllegalStateException("the graph is not well formed: it has no nodes");
    }
    Verifier verifier = new Verifier();
    graph.nodes().forEach(verifier::check);
    graph.nodes().forEach(node -> verifier.checkRead(node, node.equals(graph.output())));
  }

  private void check(Node node) {
    boolean isInput = node.op() instanceof Op.Input;
    require(isInput == shapes.isEmpty(), node, "the input stands first, and only there");
    require(
        shapes.keySet().containsAll(node.inputs()), node, "it reads a node that is not before it");
    int arity = node.op().arity();
    require(node.inputs().size() == arity, node, "its operation reads " + arity);
    List<Shape> inputs = node.inputs().stream().map(shapes::get).toList();
    Shape expected = node.op().infer(node.origin(), inputs);
    require(expected.equals(node.shape()), node, "its shape should be " + expected);
    require(
        node.op().parameters(node.name(), inputs).equals(node.parameters()),
        node,
        "its parameters are not those of its operation");
    require(names.add(node.name()), node, "its name is taken");
    for (Parameter parameter : node.parameters()) {
      require(names.add(parameter.name()), node, "the name " + parameter.name() + " is taken");
    }
    shapes.put(node.name(), node.shape());
    read.addAll(node.inputs());
  }

  private void checkRead(Node node, boolean isOutput) {
    require(read.contains(node.name()) != isOutput, node, "only the output is read by no node");
  }

  private static void require(boolean holds, Node node, String rule) {
    if (!holds) {
      throw new IllegalStateException("the graph is not well formed at " + node + ": " + rule);
    }
  }
}
