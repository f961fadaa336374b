package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.skipjack.net.Families.resnet;
import static org.skipjack.net.Option.width;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Shape;

/** What bfloat16 costs in accuracy, and how it is refused where there is none. */
class PrecisionTest {
  private static final Shape IMAGE = Shape.image(3, 16, 16);

  private final Graph graph = Graph.of(resnet(8, width(16)), IMAGE);

  private static INDArray normal(long seed, long... shape) {
    double[] values = new Random(seed).doubles(product(shape)).map(u -> 2 * u - 1).toArray();
    return Nd4j.createFromArray(values).reshape(shape).castTo(DataType.FLOAT);
  }

  private static long product(long... sizes) {
    long product = 1;
    for (long size : sizes) {
      product *= size;
    }
    return product;
  }

  private Parameters parameters() {
    Parameters parameters = Parameters.zeros(graph);
    for (Parameter parameter : graph.parameters()) {
      INDArray values = parameters.get(parameter.name());
      if (parameter.start() instanceof Parameter.Start.Constant constant) {
        values.assign(constant.value());
      } else if (parameter.start() instanceof Parameter.Start.Normal he) {
        values.assign(normal(parameter.name().hashCode(), values.shape()));
        values.muli(Math.sqrt(3) * he.deviation());
      }
    }
    return parameters;
  }

  /** The gradient of all parameters after one step. */
  private INDArray gradient(Execution execution) {
    try (Program program = execution.compile(graph, parameters())) {
      INDArray output = program.forward(normal(1, IMAGE.withBatch(32)), new Random(1));
      program.backward(normal(2, output.shape()));
      return program.gradients().learned().dup();
    }
  }

  @Test
  void bfloat16_points_where_float32_points() {
    Execution float32 = Execution.best().threads(1);
    assumeTrue(float32.engine().unavailableReason(Precision.BF16).isEmpty(), "no bfloat16 here");

    INDArray one = gradient(float32);
    INDArray other = gradient(float32.precision(Precision.BF16));

    // Measured: 0.9939. Above the upper bound nothing would have been rounded.
    assertThat(Transforms.cosineSim(one, other)).isBetween(0.98, 0.99999);
  }

  @Test
  void an_engine_without_it_says_so() {
    Execution slow = Execution.on(Engines.named("samediff"));

    assertThatThrownBy(() -> slow.precision(Precision.BF16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            the engine samediff does not compute in bf16 here: ND4J has no convolution in bf16.
            Fix: leave the precision out; fp32 works everywhere""");
  }

  @Test
  void a_precision_has_the_name_that_the_command_line_takes() {
    assertThat(Precision.named("bf16")).isEqualTo(Precision.BF16);
    assertThat(Precision.FP32).hasToString("fp32");
    assertThatThrownBy(() -> Precision.named("fp16"))
        .hasMessage(
            """
            there is no precision called "fp16".
            Fix: --precision with one of fp32, bf16""");
  }
}
