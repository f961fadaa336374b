package org.skipjack.net;

import java.util.function.UnaryOperator;

/** Nets made from nets, layer by layer, at every depth; names and groups stay. */
final class Rewriting {
  private Rewriting() {}

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
    Net kept =
        new Net(
            body.layers().stream()
                .filter(layer -> !unnamed(layer).word().equals("stochasticDepth"))
                .toList(),
            body.silenced());
    return kept.layers().isEmpty() ? kept.scale(1) : kept;
  }

  private static Layer unnamed(Layer layer) {
    return layer instanceof Layer.Named named ? named.layer() : layer;
  }

  /** With the weights of every layer drawn in one way. */
  static Net initialised(Net net, Initialisation start) {
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
        net.layers().stream().map(layer -> rewritten(layer, change)).toList(), net.silenced());
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
}
