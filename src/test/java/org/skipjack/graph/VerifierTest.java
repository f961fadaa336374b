package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.graph.Activation.Function;

class VerifierTest {
  private static final Shape VECTOR = Shape.vector(4);
  private static final Node INPUT = node("input", new Op.Input(VECTOR), VECTOR);
  private static final Op RELU = new Activation(Function.RELU);

  /** A node with the parameters that its operation has on vectors of four. */
  private static Node node(String name, Op op, Shape shape, String... inputs) {
    List<Shape> shapes = Arrays.stream(inputs).map(input -> VECTOR).toList();
    List<Parameter> parameters = shapes.isEmpty() ? List.of() : op.parameters(name, shapes);
    LayerOrigin layerOrigin = new LayerOrigin(name, name + " #1", "." + name + "()");
    return new Node(name, op, List.of(inputs), shape, parameters, layerOrigin);
  }

  private static void assertRefused(String node, String rule, Node... nodes) {
    assertThatThrownBy(() -> Verifier.verify(new Graph(List.of(nodes))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the graph is not well formed at " + node + ": " + rule);
  }

  @Test
  void a_graph_that_keeps_the_rules_passes() {
    Node sum = node("add", new Op.Add(), VECTOR, "dense", "input");

    assertThatCode(() -> Verifier.verify(new Graph(List.of(INPUT, dense("dense", "input"), sum))))
        .doesNotThrowAnyException();
  }

  private static Node dense(String name, String input) {
    return node(name, new Dense(4), VECTOR, input);
  }

  private static Node relu(String name, String input) {
    return node(name, RELU, VECTOR, input);
  }

  @Test
  void there_must_be_a_node() {
    assertThatThrownBy(() -> Verifier.verify(new Graph(List.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the graph is not well formed: it has no nodes");
  }

  @Test
  void the_first_node_must_be_the_input() {
    assertRefused(
        "relu = Activation[function=RELU, alpha=0.0]() [N, 4]",
        "the input stands first, and only there",
        node("relu", RELU, VECTOR));
  }

  @Test
  void there_must_be_one_input() {
    assertRefused(
        "second = Input[shape=[N, 4]]() [N, 4]",
        "the input stands first, and only there",
        INPUT,
        node("second", new Op.Input(VECTOR), VECTOR));
  }

  @Test
  void a_node_must_read_what_is_before_it() {
    assertRefused(
        "relu = Activation[function=RELU, alpha=0.0](later) [N, 4]",
        "it reads a node that is not before it",
        INPUT,
        relu("relu", "later"),
        relu("later", "relu"));
  }

  @Test
  void a_node_must_read_as_many_as_its_operation_takes() {
    assertRefused(
        "add = Add[](input) [N, 4]",
        "its operation reads 2",
        INPUT,
        node("add", new Op.Add(), VECTOR, "input"));
    assertRefused(
        "relu = Activation[function=RELU, alpha=0.0](input, input) [N, 4]",
        "its operation reads 1",
        INPUT,
        node("relu", RELU, VECTOR, "input", "input"));
  }

  @Test
  void a_shape_must_follow_the_operations_rule() {
    assertRefused(
        "relu = Activation[function=RELU, alpha=0.0](input) [N, 5]",
        "its shape should be [N, 4]",
        INPUT,
        node("relu", RELU, Shape.vector(5), "input"));
  }

  @Test
  void parameters_must_be_those_of_the_operation() {
    Node whole = dense("dense", "input");
    Node lacking =
        new Node(
            whole.name(),
            whole.op(),
            whole.inputs(),
            whole.shape(),
            whole.parameters().subList(0, 1),
            whole.origin());

    assertRefused(
        "dense = Dense[units=4, initializer=WeightInit[weights=HE_NORMAL, bias=0.0]](input) [N, 4]",
        "its parameters are not those of its operation",
        INPUT,
        lacking);
  }

  @Test
  void names_of_nodes_must_be_unique() {
    assertRefused(
        "relu = Activation[function=RELU, alpha=0.0](relu) [N, 4]",
        "its name is taken",
        INPUT,
        relu("relu", "input"),
        relu("relu", "relu"));
  }

  @Test
  void a_parameter_must_not_have_the_name_of_a_node() {
    assertRefused(
        "a = Dense[units=4, initializer=WeightInit[weights=HE_NORMAL, bias=0.0]](a/weight) [N, 4]",
        "the name a/weight is taken",
        INPUT,
        relu("a/weight", "input"),
        dense("a", "a/weight"));
  }

  @Test
  void every_node_but_the_last_must_be_read() {
    assertRefused(
        "unread = Activation[function=RELU, alpha=0.0](input) [N, 4]",
        "only the output is read by no node",
        INPUT,
        relu("unread", "input"),
        relu("last", "input"));
  }

  @Test
  void every_graph_of_a_net_is_verified() {
    Graph graph = Graph.of(net().dense(4).residual(b -> b.dense(4).relu()), VECTOR);
    List<Node> nodes = new ArrayList<>(graph.nodes());
    nodes.remove(1);

    assertThatThrownBy(() -> Verifier.verify(new Graph(nodes)))
        .isInstanceOf(IllegalStateException.class);
  }
}
