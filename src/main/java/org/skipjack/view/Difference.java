package org.skipjack.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Op;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Shape;
import org.skipjack.io.Markup;
import org.skipjack.net.Net;

/**
 * The comparison of two nets: the layers that both have, by path and shapes, and the initial
 * weights that both draw alike, since a seed is split by path.
 *
 * @param names what the two are called
 * @param shared the number of operations that stand in both, alike
 * @param sharedParameters the learned values that stand in both: same path and sizes, same first
 *     values
 * @param parameters the learned values of each net
 * @param groups what the two do not share
 */
public record Difference(
    List<String> names,
    int shared,
    long sharedParameters,
    List<Long> parameters,
    List<Group> groups)
    implements View {

  /**
   * Operations of one word that the nets do not share in one way.
   *
   * @param where the net that has them, or {@code changed} if both have them, but not alike
   * @param what the word, such as {@code add}; of changed ones both forms
   * @param paths where they stand
   */
  public record Group(String where, String what, List<String> paths) {
    /** Copies the list. */
    public Group {
      paths = List.copyOf(paths);
    }
  }

  /** Copies the lists. */
  public Difference {
    names = List.copyOf(names);
    parameters = List.copyOf(parameters);
    groups = List.copyOf(groups);
  }

  /**
   * What two nets share for examples of a shape.
   *
   * @throws org.skipjack.graph.ShapeException if one of them does not fit together
   */
  public static Difference of(Net a, Net b, Shape input) {
    return named(List.of("first", "second"), List.of(Graph.of(a, input), Graph.of(b, input)));
  }

  /** The same with names for the two. */
  public static Difference named(List<String> names, List<Graph> graphs) {
    Map<String, Node> first = operations(graphs.get(0));
    Map<String, Node> second = operations(graphs.get(1));
    Map<List<String>, List<String>> groups = new LinkedHashMap<>();
    int shared = 0;
    Set<String> paths = new TreeSet<>(second.keySet());
    paths.removeAll(first.keySet());
    for (Node a : first.values()) {
      Node b = second.get(a.name());
      if (b == null) {
        put(groups, names.get(0), a.op().typeName(), a);
      } else if (alike(a, b)) {
        shared++;
      } else {
        put(groups, "changed", form(a) + " → " + form(b), a);
      }
    }
    second.values().stream()
        .filter(node -> paths.contains(node.name()))
        .forEach(node -> put(groups, names.get(1), node.op().typeName(), node));
    return new Difference(
        names,
        shared,
        sharedParameters(graphs.get(0), graphs.get(1)),
        graphs.stream().map(Graph::parameterCount).toList(),
        groups.entrySet().stream()
            .map(entry -> new Group(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
            .toList());
  }

  private static Map<String, Node> operations(Graph graph) {
    return graph.nodes().stream()
        .filter(node -> !(node.op() instanceof Op.Input))
        .collect(Collectors.toMap(Node::name, node -> node, (a, b) -> a, LinkedHashMap::new));
  }

  private static void put(
      Map<List<String>, List<String>> groups, String where, String what, Node node) {
    groups.computeIfAbsent(List.of(where, what), key -> new ArrayList<>()).add(node.name());
  }

  private static boolean alike(Node a, Node b) {
    return a.op().equals(b.op())
        && a.shape().equals(b.shape())
        && a.parameters().equals(b.parameters());
  }

  private static String form(Node node) {
    String caption = LayerCaptions.of(node.op());
    return (node.op().typeName() + " " + caption).strip() + " " + node.shape();
  }

  private static long sharedParameters(Graph a, Graph b) {
    List<Parameter> ofB = b.parameters();
    return a.parameters().stream()
        .filter(Parameter::learned)
        .filter(Set.copyOf(ofB)::contains)
        .mapToLong(Parameter::elements)
        .sum();
  }

  /** Whether the nets compute the same. */
  public boolean isNone() {
    return groups.isEmpty();
  }

  /** What is shared, in a sentence. */
  String sharing() {
    return "%s and %s share %s operations alike, and %s learned values with the same first values (%s of %s, %s of %s)."
        .formatted(
            names.get(0),
            names.get(1),
            Numbers.grouped(shared),
            Numbers.grouped(sharedParameters),
            share(0),
            Numbers.grouped(parameters.get(0)),
            share(1),
            Numbers.grouped(parameters.get(1)));
  }

  private String share(int net) {
    return sharedParameters == parameters.get(net)
        ? "all"
        : sharedParameters == 0 ? "none" : Numbers.share(sharedParameters, parameters.get(net));
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(sharing()).append('\n');
    if (isNone()) {
      text.append("They compute the same.\n");
    }
    for (Group group : groups) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s  %d × %s: %s\n",
              where(group),
              group.paths().size(),
              group.what(),
              Numbers.places(group.paths())));
    }
    return text.toString();
  }

  private static String where(Group group) {
    return group.where().equals("changed") ? "changed" : "only " + group.where();
  }

  @Override
  public String html() {
    StringBuilder html = new StringBuilder("<div class=\"skipjack-difference\">\n<p>");
    html.append(Markup.escaped(sharing())).append("</p>\n");
    if (isNone()) {
      return html.append("<p>They compute the same.</p>\n</div>\n").toString();
    }
    html.append("<table><thead><tr><th>where</th><th>number</th><th>operation</th><th>paths</th>")
        .append("</tr></thead>\n<tbody>\n");
    for (Group group : groups) {
      html.append(
          String.format(
              Locale.ROOT,
              "<tr><td>%s</td><td>%d</td><td>%s</td><td>%s</td></tr>\n",
              Markup.escaped(where(group)),
              group.paths().size(),
              Markup.escaped(group.what()),
              Markup.escaped(Numbers.places(group.paths()))));
    }
    return html.append("</tbody></table>\n</div>\n").toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
