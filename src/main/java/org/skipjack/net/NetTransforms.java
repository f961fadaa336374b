package org.skipjack.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Nets made from nets, layer by layer, at every depth; names and groups stay. */
final class NetTransforms {
  private NetTransforms() {}

  /** Without shortcuts, and without what needs them. */
  static Net plain(Net net) {
    return rewritten(
        net,
        layer ->
            layer instanceof Layer.Residual residual
                ? new Layer.Block(withoutStochasticDepth(residual.body()))
                : layer);
  }

  private static Net withoutStochasticDepth(Net body) {
    Net kept = kept(body);
    return kept.layers().isEmpty() ? kept.scale(1) : kept;
  }

  /** Without stochastic depth, in groups too; a group of nothing else goes with it. */
  private static Net kept(Net body) {
    List<NamedLayer> left = new ArrayList<>();
    List<Layer> layers = new ArrayList<>();
    List<NamedLayer> placed = NamedLayer.of(body);
    for (int i = 0; i < placed.size(); i++) {
      Layer layer = placed.get(i).layer();
      Net inside = layer instanceof Layer.Block block ? kept(block.body()) : Net.net();
      boolean goes = layer instanceof Layer.Block && inside.layers().isEmpty();
      if (!goes && !(layer instanceof Layer.StochasticDepth)) {
        Layer stays = layer instanceof Layer.Block ? new Layer.Block(inside) : layer;
        left.add(new NamedLayer(placed.get(i).name(), stays));
        boolean isNamed = body.layers().get(i) instanceof Layer.Named;
        layers.add(isNamed ? new Layer.Named(placed.get(i).name(), stays) : stays);
      }
    }
    return new Net(underTheirPaths(layers, left), body.silenced(), Optional.empty());
  }

  /** A layer that would be counted otherwise, now that others are gone, is named as it was. */
  private static List<Layer> underTheirPaths(List<Layer> layers, List<NamedLayer> before) {
    List<NamedLayer> now = NamedLayer.of(new Net(layers));
    List<Layer> named = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      boolean same = now.get(i).name().equals(before.get(i).name());
      named.add(
          same ? layers.get(i) : new Layer.Named(before.get(i).name(), before.get(i).layer()));
    }
    return named;
  }

  /** With the weights of every layer drawn in one way. */
  static Net initialized(Net net, Initializer start) {
    return rewritten(
        net,
        layer -> {
          if (layer instanceof Layer.Conv conv) {
            return new Layer.Conv(conv.filters(), conv.window(), conv.groups(), conv.bias(), start);
          }
          if (layer instanceof Layer.DepthwiseConv conv) {
            return new Layer.DepthwiseConv(conv.window(), conv.bias(), start);
          }
          if (layer instanceof Layer.SqueezeExcitation excitation) {
            return new Layer.SqueezeExcitation(excitation.reduction(), start);
          }
          return layer instanceof Layer.Dense dense ? new Layer.Dense(dense.units(), start) : layer;
        });
  }

  /** Applies a change to each layer, first to those inside it. */
  private static Net rewritten(Net net, UnaryOperator<Layer> change) {
    return new Net(
        net.layers().stream().map(layer -> rewritten(layer, change)).toList(),
        net.silenced(),
        Optional.empty());
  }

  private static Layer rewritten(Layer layer, UnaryOperator<Layer> change) {
    if (layer instanceof Layer.Named named) {
      return new Layer.Named(named.name(), rewritten(named.layer(), change));
    }
    if (layer instanceof Layer.Residual residual) {
      return change.apply(
          new Layer.Residual(residual.shortcut(), rewritten(residual.body(), change)));
    }
    if (layer instanceof Layer.Block block) {
      return new Layer.Block(rewritten(block.body(), change));
    }
    return change.apply(layer);
  }

  /** What a body adds to an empty net. */
  static Net body(String word, UnaryOperator<Net> body) {
    return Optional.ofNullable(body.apply(Net.net()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the body of this %s gave null, not a net.%nFix: %s(b -> b.conv(64).relu())"
                        .formatted(word, word)));
  }
}
