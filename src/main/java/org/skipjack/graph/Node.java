package org.skipjack.graph;

import java.util.List;

/**
 * One operation in a graph.
 *
 * @param name path of the node, unique in its graph
 * @param op what it computes
 * @param inputs the names of the nodes it reads, in the order that the operation expects
 * @param shape the shape of its output
 * @param parameters what it owns, in the order that the operation expects
 * @param origin where in the net it came from
 */
public record Node(
    String name,
    Op op,
    List<String> inputs,
    Shape shape,
    List<Parameter> parameters,
    LayerOrigin origin) {

  /** Copies the lists. */
  public Node {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
  }

  /** The name of this node's only input. */
  public String input() {
    return inputs.get(0);
  }

  /** The number of values that it learns. */
  public long learnedValues() {
    return parameters.stream().filter(Parameter::learned).mapToLong(Parameter::elements).sum();
  }

  /** {@code stage1/conv1 = conv2d(stem) [N, 16, 32, 32]}. */
  @Override
  public String toString() {
    return "%s = %s(%s) %s".formatted(name, op, String.join(", ", inputs), shape);
  }
}
