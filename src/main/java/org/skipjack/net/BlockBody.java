package org.skipjack.net;

import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.stride;

import org.skipjack.net.Option.SqueezeExcitation;
import org.skipjack.net.Option.StochasticDepth;
import org.skipjack.net.Option.ZeroGamma;

/**
 * F of a residual block of the papers.
 *
 * @param kind two 3×3 convolutions, or a bottleneck
 * @param filters of the 3×3 convolutions
 * @param given the options of {@link Blocks}
 */
record BlockBody(BlockKind kind, int filters, Options given) {

  ActivationOrder order() {
    return given.get(ActivationOrder.class, ActivationOrder.ORIGINAL);
  }

  Net appendTo(Net start) {
    return behindActivation(order().before(start));
  }

  /** The block without the activation it starts with. */
  Net behindActivation(Net start) {
    Net net = convolution(start, 0);
    for (int i = 1; i < kind.layers(); i++) {
      net = ActivationOrder.between(net);
      net = convolution(i == 1 ? dropout(net) : net, i);
    }
    net = given.has(ZeroGamma.class) ? order().endAtZero(net) : order().end(net);
    int reduction = given.get(SqueezeExcitation.class, SqueezeExcitation::reduction, 0);
    net = reduction > 0 ? net.squeezeExcitation(reduction) : net;
    double survival = given.get(StochasticDepth.class, StochasticDepth::survival, 1.0);
    return survival < 1 ? net.stochasticDepth(survival) : net;
  }

  private Net convolution(Net net, int index) {
    if (kind == BlockKind.BOTTLENECK && index != 1) {
      return index == 0
          ? net.conv(filters, kernelSize(1), stride(strideOf(index)))
          : net.conv(filters * kind.expansion(), kernelSize(1));
    }
    return net.conv(filters, stride(strideOf(index)));
  }

  private int strideOf(int index) {
    StridePlacement placement = given.get(StridePlacement.class, StridePlacement.IN_1X1);
    int strided = kind == BlockKind.BOTTLENECK && placement == StridePlacement.IN_3X3 ? 1 : 0;
    return index == strided ? given.stride(1) : 1;
  }

  private Net dropout(Net net) {
    double rate = given.get(Option.Dropout.class, Option.Dropout::rate, 0.0);
    return rate > 0 ? net.dropout(rate) : net;
  }
}
