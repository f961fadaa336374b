package org.skipjack.engine;

import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.identity;
import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.padding;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroPad;

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
    return Stream.of(convolutions(), pools(), others(), residuals(), wholes(), wide())
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
        new Case(net().conv(3), Shape.image(1, 1, 1), 1),
        new Case(net().conv(3).conv(2), Shape.image(3, 3, 7), 1));
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
        image(net().conv(2).relu()),
        image(net().conv(2).sigmoid()),
        image(net().conv(2).tanh()),
        vector(net().dense(3).relu().dense(2)),
        vector(net().dense(3).sigmoid().dense(2)),
        vector(net().dense(3).tanh().dense(2)),
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
        image(net().conv(20, kernelSize(5), bias()).avgPool(kernelSize(3), stride(1), padding(1))));
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
      return "%s on %d of %s".formatted(net, size, input);
    }
  }
}
