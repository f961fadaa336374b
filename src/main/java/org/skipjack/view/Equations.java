package org.skipjack.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Dense;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Op;
import org.skipjack.graph.Parameter;
import org.skipjack.view.Explanation.Line;

/** The equations of a part of a graph that reads one value, x, and gives one. */
final class Equations {
  private static final String X = "x";

  private final Graph graph;
  private final String path;
  private final List<Node> nodes;
  private final Map<String, Formula> symbols = new HashMap<>();
  private final Map<String, String> indices = new HashMap<>();
  private final Map<String, List<Formula>> gradients = new LinkedHashMap<>();

  /**
   * Names all values.
   *
   * @param path of the part; its last node adds two branches, if it is a residual block
   */
  Equations(Graph graph, String path, List<Node> nodes) {
    this.graph = graph;
    this.path = path;
    this.nodes = nodes;
    symbols.put(first().input(), Formula.same(X));
    if (isResidual()) {
      nameBranches();
      symbols.put(last().name(), Formula.same("H"));
    } else {
      symbols.put(last().name(), Formula.same("y"));
    }
    int number = 1;
    for (Node node : nodes) {
      if (!symbols.containsKey(node.name())) {
        symbols.put(node.name(), Formula.symbol("u", "u", Integer.toString(number++)));
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    nodes.forEach(node -> indices.put(node.name(), index(node, numbers)));
  }

  private void nameBranches() {
    symbols.put(body(), Formula.same("F"));
    if (!isIdentity()) {
      symbols.put(shortcut(), Formula.same("s"));
    }
  }

  private Node first() {
    return nodes.get(0);
  }

  private Node last() {
    return nodes.get(nodes.size() - 1);
  }

  /** Whether the part is one residual block. */
  boolean isResidual() {
    return last().op() instanceof Op.Add && last().origin().path().equals(path);
  }

  /** Whether the shortcut carries x itself. */
  boolean isIdentity() {
    return shortcut().equals(first().input());
  }

  private String body() {
    return last().inputs().get(0);
  }

  private String shortcut() {
    return last().inputs().get(1);
  }

  /** He et al. call the weights of a projection Wₛ, and those of a gate W with the index g. */
  private static String index(Node node, Map<String, Integer> numbers) {
    String name = name(node);
    if (name.startsWith("projection")) {
      return "s";
    }
    if (name.equals("gate")) {
      return "g";
    }
    boolean linear = node.op() instanceof Conv2d || node.op() instanceof Dense;
    String kind = linear ? "weights" : node.op().typeName();
    return Integer.toString(numbers.merge(kind, 1, Integer::sum));
  }

  private static String name(Node node) {
    return node.name().substring(node.name().lastIndexOf('/') + 1);
  }

  private Formula symbol(String node) {
    return Objects.requireNonNull(symbols.get(node), node);
  }

  private OpEquations.Rule rule(Node node) {
    Formula output = symbol(node.name());
    String index = Objects.requireNonNull(indices.get(node.name()));
    List<Formula> inputs = node.inputs().stream().map(this::symbol).toList();
    boolean spread =
        node.inputs().stream().map(input -> graph.node(input).shape().rank()).distinct().count()
            > 1;
    return node.op().accept(new OpEquations(inputs, output, output.gradient(), index, spread));
  }

  /** The values in the order in which they are computed. */
  List<Line> forward() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(X, X, graph.node(first().input()).shape() + ""));
    for (Node node : nodes) {
      Formula equation = symbol(node.name()).equalTo(rule(node).forward());
      lines.add(line(equation, node.shape() + "  " + within(node)));
    }
    return lines;
  }

  /** What a node is called inside the part, and what sets it apart. */
  private String within(Node node) {
    String name =
        path.isEmpty() || node.name().equals(path)
            ? node.name()
            : node.name().substring(path.length() + 1);
    return (name + "  " + LayerCaptions.of(node.op())).strip();
  }

  /** The gradients of the values, last first, and of x at the end. */
  List<Line> backward() {
    List<Line> lines = new ArrayList<>();
    gradients.clear();
    Formula given = symbol(last().name()).gradient();
    lines.add(new Line(given.text(), given.latex(), last().shape() + "  from what follows"));
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (!node.equals(last())) {
        lines.add(line(gradient(node.name()), node.shape() + ""));
      }
      List<Formula> toInputs = rule(node).toInputs();
      for (int j = 0; j < toInputs.size(); j++) {
        gradients
            .computeIfAbsent(node.inputs().get(j), name -> new ArrayList<>())
            .add(toInputs.get(j));
      }
    }
    lines.add(line(gradient(first().input()), graph.node(first().input()).shape() + ""));
    return lines;
  }

  /** The gradient of a value: the sum of what all that read it hand back. */
  private Formula gradient(String name) {
    Formula sum =
        Objects.requireNonNull(gradients.get(name), name).stream()
            .reduce(Formula::plus)
            .orElseThrow();
    return symbol(name).gradient().equalTo(sum);
  }

  /** The gradients of what is learned. */
  List<Line> parameters() {
    List<Line> lines = new ArrayList<>();
    for (Node node : nodes) {
      List<Formula> equations = rule(node).toParameters();
      List<Parameter> learned = node.parameters().stream().filter(Parameter::learned).toList();
      for (int i = 0; i < equations.size(); i++) {
        lines.add(line(equations.get(i), learned.get(i).sizes() + "  " + within(node)));
      }
    }
    return lines;
  }

  private static Line line(Formula formula, String remark) {
    return new Line(formula.text(), formula.latex(), remark);
  }
}
