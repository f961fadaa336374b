package org.skipjack.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.skipjack.net.Net;

/**
 * The computation graph of a net for one input shape: operations in the order in which they run.
 *
 * @param nodes the input first, the output last; each node reads only nodes before it
 */
public record Graph(List<Node> nodes) {

  /** Copies the list. */
  public Graph {
    nodes = List.copyOf(nodes);
  }

  /**
   * The graph of a net for examples of a shape; checked by {@link Verifier}.
   *
   * @throws ShapeException if the layers do not fit together: the message names the layer and a fix
   */
  public static Graph of(Net net, Shape input) {
    Graph graph = new Lowering(input).lower(net);
    Verifier.verify(graph);
    return graph;
  }

  /** The shape of one example, {@code [N, …]}. */
  public Shape inputShape() {
    return nodes.get(0).shape();
  }

  /** The node whose output is the net's: the last. */
  public Node output() {
    return nodes.get(nodes.size() - 1);
  }

  /**
   * The node of a path, such as {@code stage1/block1/conv1}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Node node(String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no node " + name));
  }

  /** Every parameter and statistic, in the order of the nodes. */
  public List<Parameter> parameters() {
    return nodes.stream().flatMap(node -> node.parameters().stream()).toList();
  }

  /** The number of learned values: weights, biases, γ and β; not the running statistics. */
  public long parameterCount() {
    return parameters().stream().filter(Parameter::learned).mapToLong(Parameter::elements).sum();
  }

  /** Multiply-accumulates of convolutions and fully connected layers for one example. */
  public long macs() {
    return macsByNode().values().stream().mapToLong(Long::longValue).sum();
  }

  /** The multiply-accumulates of each node for one example, by its name, in order. */
  public Map<String, Long> macsByNode() {
    Map<String, Shape> shapes = new HashMap<>();
    Map<String, Long> macs = new LinkedHashMap<>();
    for (Node node : nodes) {
      List<Shape> inputs = node.inputs().stream().map(shapes::get).toList();
      shapes.put(node.name(), node.shape());
      macs.put(node.name(), node.op().macs(inputs, node.shape()));
    }
    return macs;
  }

  /** The receptive field of each node's output, by the node's name, in order. */
  public Map<String, ReceptiveField> receptiveFields() {
    Map<String, ReceptiveField> fields = new LinkedHashMap<>();
    for (Node node : nodes) {
      List<ReceptiveField> inputs = node.inputs().stream().map(fields::get).toList();
      fields.put(node.name(), node.op().receptiveField(inputs));
    }
    return fields;
  }

  /**
   * Checks that a batch fits the input.
   *
   * @param batch the shape of the batch, its size first
   * @throws ShapeException if it does not
   */
  public void requireInput(long[] batch) {
    if (batch.length == 0 || !java.util.Arrays.equals(inputShape().withBatch(batch[0]), batch)) {
      throw ShapeErrors.wrongInput(inputShape(), batch);
    }
  }

  /**
   * Checks that the net has an output for each class.
   *
   * @param data the name of the data set, for the message
   * @throws ShapeException if it has not
   */
  public void requireClasses(int classes, String data) {
    if (!output().shape().equals(Shape.vector(classes))) {
      throw ShapeErrors.wrongClasses(output(), classes, data);
    }
  }

  /**
   * Whether another graph computes and begins the same, node by node, whatever the words of either
   * net: {@code conv(8)} and {@code conv(8, stride(1))}.
   */
  public boolean computesAs(Graph other) {
    return nodes.stream()
        .map(Graph::withoutOrigin)
        .toList()
        .equals(other.nodes.stream().map(Graph::withoutOrigin).toList());
  }

  private static List<Object> withoutOrigin(Node node) {
    return List.of(node.name(), node.op(), node.inputs(), node.shape(), node.parameters());
  }

  /** One line for each node. */
  @Override
  public String toString() {
    return nodes.stream().map(Node::toString).collect(Collectors.joining(System.lineSeparator()));
  }
}
