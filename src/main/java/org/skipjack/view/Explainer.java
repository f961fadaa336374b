package org.skipjack.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Op;
import org.skipjack.graph.Shape;
import org.skipjack.net.LayerRegistry;
import org.skipjack.net.Net;
import org.skipjack.view.Explanation.Line;
import org.skipjack.view.Explanation.Section;

/** Finds the part of a net at a path, and writes its explanation. */
final class Explainer {
  private static final int PATHS_SHOWN = 6;

  private Explainer() {}

  static Explanation explain(Net net, String path, Shape input) {
    Part part = innermost(find(Outline.of(net, input), path));
    Graph graph = Graph.of(net, input);
    List<Node> nodes =
        graph.nodes().stream()
            .filter(node -> !(node.op() instanceof Op.Input) && isWithin(node, part.path()))
            .toList();
    Equations equations = new Equations(graph, part.path(), nodes);
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Forward", equations.forward()));
    sections.add(new Section("Backward, E the loss", equations.backward()));
    List<Line> parameters = equations.parameters();
    if (!parameters.isEmpty()) {
      sections.add(new Section("Gradients of what is learned", parameters));
    }
    if (equations.isResidual()) {
      sections.add(ShortcutEquations.section(equations.isIdentity()));
    }
    return new Explanation(title(part), sections);
  }

  private static String title(Part part) {
    String name = part.path().isEmpty() ? "the net" : part.path();
    String what = part.parts().isEmpty() ? " " + part.source() : "";
    return "%s%s, from %s to %s".formatted(name, what, part.input(), part.output());
  }

  private static boolean isWithin(Node node, String path) {
    String origin = node.origin().path();
    return path.isEmpty() || origin.equals(path) || origin.startsWith(path + "/");
  }

  /** A net of one block is explained as that block. */
  private static Part innermost(Part part) {
    return part.kind() == Part.Kind.NET && part.parts().size() == 1 ? part.parts().get(0) : part;
  }

  private static Part find(Part root, String path) {
    if (path.isEmpty()) {
      return root;
    }
    return all(root)
        .filter(part -> part.path().equals(path) && isOfNet(part))
        .findFirst()
        .orElseThrow(() -> unknown(root, path));
  }

  private static boolean isOfNet(Part part) {
    return part.kind() != Part.Kind.SHORTCUT && part.kind() != Part.Kind.ADDITION;
  }

  private static Stream<Part> all(Part part) {
    return Stream.concat(Stream.of(part), part.parts().stream().flatMap(Explainer::all));
  }

  private static IllegalArgumentException unknown(Part root, String path) {
    List<String> paths = all(root).skip(1).filter(Explainer::isOfNet).map(Part::path).toList();
    List<String> groups =
        all(root)
            .skip(1)
            .filter(part -> !part.parts().isEmpty())
            .map(Part::path)
            .limit(PATHS_SHOWN)
            .toList();
    String near = LayerRegistry.didYouMean(path, paths);
    return new IllegalArgumentException(
        "the net has no part called \"%s\"%s%nFix: one of %s; summary shows them all"
            .formatted(
                path,
                near.isEmpty() ? "." : near,
                String.join(
                    ", ", groups.isEmpty() ? paths.stream().limit(PATHS_SHOWN).toList() : groups)));
  }
}
