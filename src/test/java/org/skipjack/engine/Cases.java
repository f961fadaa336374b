package org.skipjack.engine;

import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.dilation;
import static org.skipjack.net.Option.droppedOut;
import static org.skipjack.net.Option.exclusiveGate;
import static org.skipjack.net.Option.groups;
import static org.skipjack.net.Option.identity;
import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.padding;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.scaled;
import static org.skipjack.net.Option.shortcutOnlyGate;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroGamma;
import static org.skipjack.net.Option.zeroPad;

import java.util.Locale;
import java.util.stream.Stream;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

/** The nets that every engine must compute as the reference does. */
final class Cases {
  private static final Shape IMAGE = Shape.image(2, 5, 4);
  private static final Shape VECTOR = Shape.vector(4);

  private Cases() {}

  /** Nets that cover every operation with its options, odd sizes and batches of one. */
  static Stream<Case> all() {
    return Stream.of(
            convolutions(),
            apart(),
            pools(),
            functions(),
            others(),
            residuals(),
            modified(),
            wholes(),
            wide())
        .flatMap(s -> s);
  }

  private static Stream<Case> convolutions() {
    return Stream.of(
        image(net().conv(3)),
        image(net().conv(3, bias())),
        image(net().conv(3, stride(2))),
        image(net().conv(3, stride(2), padding(0), bias())),
        image(net().conv(3, kernelSize(1))),
        image(net().conv(2, kernelSize(1), stride(2))),
        image(net().conv(2, kernelSize(1), stride(3))),
        image(net().conv(2, kernelSize(2))),
        image(net().conv(2, kernelSize(4), stride(3))),
        image(net().conv(2, kernelSize(5), padding(4), stride(2))),
        image(net().conv(1).conv(1)),
        image(net().conv(1).conv(1, kernelSize(1))),
        image(net().relu().conv(1, kernelSize(1))),
        new Case(net().batchNorm().conv(1, kernelSize(1)), Shape.image(3, 12, 6), 2),
        new Case(
            net().conv(1, kernelSize(1)).conv(4, kernelSize(2), stride(3), padding(1)),
            Shape.image(4, 2, 2),
            2),
        new Case(net().conv(3), Shape.image(1, 1, 1), 1),
        new Case(net().conv(3).conv(2), Shape.image(3, 3, 7), 1));
  }

  /** Groups, one of them a channel each, and taps that lie apart. */
  private static Stream<Case> apart() {
    return Stream.of(
        image(net().conv(4, groups(2))),
        image(net().conv(6).conv(9, groups(3), bias(), stride(2)).batchNorm().relu()),
        image(net().conv(4).conv(4, groups(4))),
        image(net().depthwiseConv()),
        image(net().depthwiseConv(kernelSize(5), stride(2), bias()).conv(3, kernelSize(1))),
        image(net().conv(3).depthwiseConv().batchNorm().relu()),
        image(net().conv(2, dilation(2))),
        image(net().conv(2, dilation(3), padding(3), stride(2), bias())),
        image(net().conv(4).conv(4, groups(2), dilation(2)).batchNorm().relu()),
        image(net().conv(2).depthwiseConv(dilation(2), kernelSize(2), padding(1))),
        image(net().conv(32).conv(32, groups(2)).batchNorm().relu()),
        image(net().conv(16).depthwiseConv(stride(2)).batchNorm().relu().conv(16)),
        image(net().conv(1).depthwiseConv(kernelSize(1), dilation(2))),
        new Case(net().conv(1).depthwiseConv(), Shape.image(1, 1, 1), 1));
  }

  private static Stream<Case> functions() {
    Net images = net().conv(2);
    Net vectors = net().dense(3);
    return Stream.of(
        image(images.relu()),
        image(images.leakyRelu(0.1)),
        image(images.batchNorm().leakyRelu()),
        image(images.elu()),
        image(images.elu(0.5).conv(2)),
        image(images.gelu()),
        image(images.batchNorm().gelu().conv(2)),
        image(images.sigmoid()),
        image(images.softplus()),
        image(images.softplus().conv(2)),
        image(images.scale(100).softplus()),
        image(images.tanh()),
        image(images.softmax()),
        image(images.scale(-1.5)),
        image(net().scale(0.5).conv(2).scale(2).relu()),
        image(net().conv(17).softmax()),
        vector(vectors.relu().dense(2)),
        vector(vectors.leakyRelu(0.2).dense(2)),
        vector(vectors.elu().dense(2)),
        vector(vectors.gelu().dense(2)),
        vector(vectors.sigmoid().dense(2)),
        vector(vectors.softplus().dense(2)),
        vector(vectors.tanh().dense(2)),
        vector(vectors.softmax()),
        vector(vectors.softmax().dense(2)),
        vector(vectors.scale(3).dense(2)));
  }

  private static Stream<Case> pools() {
    Net stem = net().conv(2);
    return Stream.of(
        image(stem.maxPool()),
        image(stem.maxPool(kernelSize(3), stride(2), padding(1))),
        image(stem.maxPool(kernelSize(2), stride(1))),
        image(stem.maxPool(kernelSize(3), stride(2), padding(2))),
        image(stem.avgPool()),
        image(stem.avgPool(kernelSize(3), stride(2), padding(1))),
        image(stem.avgPool(kernelSize(3), stride(1), padding(2))),
        image(stem.avgPool(kernelSize(2), stride(3))),
        image(stem.globalAvgPool()),
        image(net().maxPool().conv(2)));
  }

  private static Stream<Case> others() {
    return Stream.of(
        image(net().conv(3).batchNorm()),
        image(net().batchNorm().conv(2)),
        new Case(net().conv(3).batchNorm(), IMAGE, 1),
        new Case(net().conv(1).batchNorm(), Shape.image(1, 1, 2), 1),
        vector(net().dense(3).batchNorm()),
        image(net().conv(3).batchNorm(zeroGamma()).relu().conv(2)),
        image(net().conv(4).squeezeExcitation(2)),
        image(net().conv(3).batchNorm().squeezeExcitation(16).relu().conv(2)),
        image(net().conv(32).squeezeExcitation(4).globalAvgPool()),
        new Case(net().squeezeExcitation(3), Shape.image(1, 2, 2), 1),
        vector(net().dense(1)),
        new Case(net().dense(3), VECTOR, 1),
        image(net().flatten().dense(3)),
        image(net().conv(2).flatten()),
        image(net().conv(2).dropout(0.4)),
        image(net().dropout(0.25).conv(2).relu().dropout(0.5).globalAvgPool().dense(2)),
        vector(net().dense(5).dropout(0).dropout(0.9).dense(2)));
  }

  private static Stream<Case> residuals() {
    return Stream.of(
        image(net().residual(identity(), b -> b.conv(2).relu())),
        image(net().conv(2).residual(b -> b.conv(2).batchNorm().relu())),
        image(net().conv(2).residual(b -> b.conv(3).relu())),
        image(net().conv(2).residual(b -> b.conv(3, stride(2)).batchNorm())),
        image(net().conv(2).residual(projection(), b -> b.conv(2).relu())),
        image(net().conv(2).residual(projection(), b -> b.conv(2).batchNorm()).relu()),
        image(net().conv(2).residual(zeroPad(), b -> b.conv(2).relu())),
        image(net().conv(2).residual(zeroPad(), b -> b.conv(5).relu())),
        image(net().conv(2).residual(zeroPad(), b -> b.conv(3, stride(2))).relu()),
        image(net().conv(2).residual(zeroPad(), b -> b.conv(2, stride(3))).relu()),
        image(net().residual(b -> b.conv(2).residual(c -> c.conv(2).tanh()).relu())),
        vector(net().dense(3).residual(b -> b.dense(3).tanh())),
        vector(net().dense(3).residual(b -> b.dense(2).relu())),
        image(net().conv(2).residual(b -> b.batchNorm().relu().conv(2)).batchNorm()));
  }

  /** Shortcuts that change what they carry, and blocks that may not survive. */
  private static Stream<Case> modified() {
    return Stream.of(
        image(net().conv(2).residual(scaled(0.5), b -> b.conv(2).batchNorm().scale(0.5)).relu()),
        image(net().conv(2).residual(scaled(0), b -> b.conv(2).relu())),
        image(net().conv(2).residual(scaled(2, zeroPad()), b -> b.conv(3, stride(2)))),
        image(net().conv(2).residual(exclusiveGate(-1), b -> b.conv(2).batchNorm()).relu()),
        image(net().conv(2).residual(exclusiveGate(0.5, zeroPad()), b -> b.conv(4, stride(2)))),
        image(net().conv(2).residual(shortcutOnlyGate(-1), b -> b.conv(2).batchNorm()).relu()),
        image(net().conv(2).residual(shortcutOnlyGate(1), b -> b.conv(3, stride(2)).batchNorm())),
        image(net().conv(2).residual(droppedOut(0.5), b -> b.conv(2).batchNorm()).relu()),
        vector(net().dense(3).residual(shortcutOnlyGate(-1), b -> b.dense(4).tanh())),
        image(net().conv(2).residual(b -> b.conv(2).batchNorm().stochasticDepth(0.99)).relu()),
        image(net().conv(2).residual(b -> b.conv(2).batchNorm().stochasticDepth(0.01)).relu()),
        image(net().conv(2).residual(b -> b.conv(3, stride(2)).stochasticDepth(0.5)).conv(2)),
        vector(net().dense(3).residual(b -> b.dense(3).stochasticDepth(0.99).tanh())),
        image(
            net()
                .conv(4)
                .residual(b -> b.conv(4).batchNorm().squeezeExcitation(2).stochasticDepth(0.9))
                .relu()));
  }

  private static Stream<Case> wholes() {
    return Stream.of(
        image(
            net()
                .conv(3)
                .batchNorm()
                .relu()
                .repeat(2, n -> n.residual(b -> b.conv(3).batchNorm()).relu())
                .residual(zeroPad(), b -> b.conv(4, stride(2)).batchNorm())
                .relu()
                .globalAvgPool()
                .dense(3)),
        image(
            net()
                .block(b -> b.conv(2).batchNorm().sigmoid())
                .named("stage1")
                .maxPool()
                .dropout(0.3)
                .flatten()
                .dense(4)));
  }

  /** As many channels as the blocks of vector units have lanes, and one or a few more. */
  private static Stream<Case> wide() {
    return Stream.of(
        image(net().conv(16).relu().conv(17).maxPool()),
        image(net().conv(17).batchNorm().residual(zeroPad(), b -> b.conv(33, stride(2))).relu()),
        image(
            net().conv(16).residual(b -> b.batchNorm().relu().conv(16)).globalAvgPool().dense(20)),
        image(net().conv(16).residual(b -> b.conv(32, stride(2)).batchNorm()).flatten().dense(16)),
        image(net().conv(20, kernelSize(5), bias()).avgPool(kernelSize(3), stride(1), padding(1))),
        image(net().conv(16).residual(b -> b.dropout(0.5).conv(16))),
        image(net().conv(4).residual(b -> b.block(c -> c.stochasticDepth(1)).conv(4).batchNorm())),
        new Case(
            net().residual(b -> b.conv(16).residual(c -> c.conv(16).conv(16))),
            Shape.image(16, 3, 3),
            2),
        new Case(
            net()
                .residual(projection(), b -> b.sigmoid())
                .residual(b -> b.conv(3).residual(c -> c.relu().conv(3, kernelSize(1)))),
            Shape.image(3, 1, 1),
            3));
  }

  private static Case image(Net net) {
    return new Case(net, IMAGE, 3);
  }

  private static Case vector(Net net) {
    return new Case(net, VECTOR, 5);
  }

  /**
   * A net and what it is given.
   *
   * @param net what is computed; small, for its parameters are checked against finite differences
   * @param input the shape of an example
   * @param size the number of examples in a batch
   */
  record Case(Net net, Shape input, int size) {

    Graph graph() {
      return Graph.of(net, input);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s on %d of %s", net, size, input);
    }
  }
}
