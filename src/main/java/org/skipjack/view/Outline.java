package org.skipjack.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Op;
import org.skipjack.graph.ReceptiveField;
import org.skipjack.graph.Shape;
import org.skipjack.net.Layer;
import org.skipjack.net.NamedLayer;
import org.skipjack.net.Net;
import org.skipjack.view.Part.Kind;

/** Meets the tree of a net's layers with the graph that it means. */
final class Outline {
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Map<String, List<Node>> byOrigin = new LinkedHashMap<>();
  private final Map<String, Long> macs;
  private final Map<String, ReceptiveField> fields;
  private final Graph graph;

  private Outline(Graph graph) {
    this.graph = graph;
    this.macs = graph.macsByNode();
    this.fields = graph.receptiveFields();
    for (Node node : graph.nodes()) {
      shapes.put(node.name(), node.shape());
      byOrigin.computeIfAbsent(node.origin().path(), k -> new ArrayList<>()).add(node);
    }
  }

  /**
   * The tree of a net.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together
   */
  static Part of(Net net, Shape input) {
    Graph graph = Graph.of(net, input);
    Outline outline = new Outline(graph);
    List<Part> parts = outline.parts(net, "");
    return outline.group("", Kind.NET, "", parts);
  }

  private List<Part> parts(Net net, String prefix) {
    return NamedLayer.of(net).stream()
        .map(namedLayer -> part(namedLayer, prefix + namedLayer.name()))
        .toList();
  }

  private Part part(NamedLayer namedLayer, String path) {
    if (namedLayer.layer() instanceof Layer.Block block) {
      return group(path, Kind.GROUP, "", parts(block.body(), path + "/"));
    }
    if (namedLayer.layer() instanceof Layer.Residual residual) {
      List<Part> parts = new ArrayList<>(parts(residual.body(), path + "/"));
      nodes(path).forEach(node -> parts.add(ofShortcut(node)));
      return group(path, Kind.RESIDUAL, residual.shortcut().text(), parts);
    }
    Kind kind = namedLayer.layer() instanceof Layer.Weighted ? Kind.WEIGHTED : Kind.LAYER;
    Layer layer = namedLayer.layer();
    return leaf(
        path, kind, List.of(layer.typeName(), LayerCaptions.of(layer), layer.text()), nodes(path));
  }

  private Part ofShortcut(Node node) {
    Kind kind = node.op() instanceof Op.Add ? Kind.ADDITION : Kind.SHORTCUT;
    String word = node.name().substring(node.name().lastIndexOf('/') + 1);
    return leaf(
        node.name(),
        kind,
        List.of(word, LayerCaptions.of(node.op()), node.op().toString()),
        List.of(node));
  }

  private List<Node> nodes(String path) {
    return byOrigin.getOrDefault(path, List.of());
  }

  private Part group(String path, Kind kind, String source, List<Part> parts) {
    Part first = parts.get(0);
    Part last = parts.get(parts.size() - 1);
    return new Part(
        path,
        kind,
        kind.name().toLowerCase(Locale.ROOT),
        "",
        source,
        first.input(),
        last.output(),
        parts.stream().mapToLong(Part::parameters).sum(),
        parts.stream().mapToLong(Part::macs).sum(),
        last.field(),
        parts);
  }

  /** A part of no parts; {@code said} is its word, caption and source. */
  private Part leaf(String path, Kind kind, List<String> said, List<Node> nodes) {
    Node last = nodes.get(nodes.size() - 1);
    Shape input = shapes.getOrDefault(nodes.get(0).input(), graph.inputShape());
    return new Part(
        path,
        kind,
        said.get(0),
        said.get(1),
        said.get(2),
        input,
        last.shape(),
        nodes.stream().mapToLong(Node::learnedValues).sum(),
        nodes.stream().mapToLong(node -> macs.getOrDefault(node.name(), 0L)).sum(),
        fields.getOrDefault(last.name(), new ReceptiveField(1, 1)),
        List.of());
  }
}
