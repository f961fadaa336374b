package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.identity;
import static org.skipjack.net.Option.zeroPad;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

/** Where F is zero, H(x) = F(x) + x is x, and the gradient passes as if F were not there. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.skipjack.engine.Bench#all")
class IdentityTest {
  private static final Shape IMAGE = Shape.image(3, 5, 4);
  private static final Net STEM = net().conv(3);

  private final Bench bench;

  IdentityTest(Bench bench) {
    this.bench = bench;
  }

  /** Blocks that compute zero when what they learn is zero. */
  static Stream<Net> blocks() {
    return Stream.of(
        net().residual(b -> b.conv(3)),
        net().residual(identity(), b -> b.conv(3, bias()).relu()),
        net().residual(zeroPad(), b -> b.conv(3).batchNorm().relu().conv(3).batchNorm()),
        net().residual(b -> b.batchNorm().relu().conv(3).dropout(0.5).tanh()),
        net().repeat(5, n -> n.residual(b -> b.conv(3).batchNorm())),
        net().residual(b -> b.conv(3).residual(c -> c.conv(3)).batchNorm()));
  }

  private static Net behindStem(Net blocks) {
    return new Net(Stream.of(STEM, blocks).flatMap(net -> net.layers().stream()).toList());
  }

  /** Random values, and zero for all that the blocks learn. */
  private Parameters parameters(Graph graph) {
    Parameters parameters = bench.parameters(graph);
    for (Parameter parameter : parameters.layout()) {
      if (parameter.learned() && parameter.name().startsWith("block")) {
        parameters.get(parameter.name()).assign(0);
      }
    }
    return parameters;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void the_output_is_the_input_exactly(Net blocks) {
    Graph graph = Graph.of(blocks, IMAGE);
    INDArray batch = bench.batch(IMAGE, 3, 1);
    double[] x = Bench.values(batch);

    try (Program program = bench.compile(graph, parameters(graph))) {
      assertThat(Bench.values(program.predict(batch))).isEqualTo(x);
      assertThat(Bench.values(program.forward(batch, new Random(1)))).isEqualTo(x);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void the_gradient_before_the_blocks_is_that_of_a_net_without_them(Net blocks) {
    bench.assertClose("conv1/weight", stemGradient(behindStem(blocks)), stemGradient(STEM));
  }

  private double[] stemGradient(Net net) {
    Graph graph = Graph.of(net, IMAGE);
    Parameters parameters = parameters(graph);
    INDArray weight = parameters.get("conv1/weight");
    weight.assign(bench.batch(Shape.vector(81), 1, 2).reshape(weight.shape()));
    try (Program program = bench.compile(graph, parameters)) {
      INDArray output = program.forward(bench.batch(IMAGE, 3, 1), new Random(1));
      program.backward(bench.array(Bench.values(bench.batch(IMAGE, 3, 3)), output.shape()));
      return Bench.values(program.gradients().get("conv1/weight"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void without_their_shortcuts_the_same_blocks_lose_the_input(Net blocks) {
    Graph graph = Graph.of(blocks.plain(), IMAGE);

    try (Program program = bench.compile(graph, parameters(graph))) {
      double[] output = Bench.values(program.predict(bench.batch(IMAGE, 3, 1)));
      assertThat(output).containsOnly(0);
    }
  }
}
