package org.skipjack.net;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skipjack.net.NetNote.Kind;

/** Finds what there is to note about a net. */
final class NetLinter {
  /** What leaves the sign of F as it is, or scales it. */
  private static final Set<String> PASSING = Set.of("stochasticDepth", "dropout");

  private final Map<Kind, List<String>> found = new EnumMap<>(Kind.class);

  private NetLinter() {}

  static List<NetNote> of(Net net) {
    NetLinter netLinter = new NetLinter();
    netLinter.lint(net, "", Set.of());
    netLinter.lookAtEnd(net);
    return netLinter.found.entrySet().stream()
        .map(entry -> new NetNote(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void lint(Net net, String prefix, Set<String> silencedOutside) {
    Set<String> silenced = new HashSet<>(silencedOutside);
    silenced.addAll(net.silenced());
    for (NamedLayer namedLayer : NamedLayer.of(net)) {
      String path = prefix + namedLayer.name();
      if (namedLayer.layer() instanceof Layer.Residual residual) {
        lookAtBlock(residual.body(), path, silenced);
        lint(residual.body(), path + "/", silenced);
      } else if (namedLayer.layer() instanceof Layer.Block block) {
        lint(block.body(), path + "/", silenced);
      }
    }
  }

  private void lookAtBlock(Net body, String path, Set<String> silencedOutside) {
    Set<String> silenced = new HashSet<>(silencedOutside);
    silenced.addAll(body.silenced());
    if (body.weighted().size() == 1) {
      add(Kind.ONE_LAYER_BLOCK, path, silenced);
    }
    if (last(body).filter(layer -> layer.layer() instanceof Layer.Relu).isPresent()) {
      add(Kind.RELU_BEFORE_ADDITION, path, silenced);
    }
  }

  private void lookAtEnd(Net net) {
    last(net)
        .filter(layer -> layer.layer() instanceof Layer.Softmax)
        .ifPresent(layer -> add(Kind.SOFTMAX_BEFORE_LOSS, layer.name(), silencedAtEnd(net)));
  }

  /** The notes that are silenced where a net ends, in groups within groups. */
  private static Set<String> silencedAtEnd(Net net) {
    Set<String> silenced = new HashSet<>(net.silenced());
    List<NamedLayer> placed = NamedLayer.of(net);
    if (!placed.isEmpty() && placed.get(placed.size() - 1).layer() instanceof Layer.Block block) {
      silenced.addAll(silencedAtEnd(block.body()));
    }
    return silenced;
  }

  /** The last layer that is more than a factor. */
  private static Optional<NamedLayer> last(Net net) {
    return NamedLayer.ungrouped(net).stream()
        .filter(namedLayer -> !PASSING.contains(namedLayer.layer().typeName()))
        .reduce((first, second) -> second);
  }

  private void add(Kind kind, String path, Set<String> silenced) {
    if (!silenced.contains(kind.word())) {
      found.computeIfAbsent(kind, k -> new ArrayList<>()).add(path);
    }
  }
}
