package org.skipjack.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.Cases.Case;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;

/**
 * Every engine against the reference: outputs, running statistics, and gradients against finite
 * differences.
 *
 * <p>The differences are taken of the reference in float64, with a step of 1e-6, so that an engine
 * without float64 is held to the same derivatives, at its own tolerance.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("org.skipjack.engine.Bench#all")
class ParityTest {
  private static final double STEP = 1e-6;

  private final Bench bench;

  ParityTest(Bench bench) {
    this.bench = bench;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.skipjack.engine.Cases#all")
  void evaluation_gives_what_the_reference_gives(Case given) {
    Graph graph = given.graph();
    Parameters parameters = bench.parameters(graph);
    INDArray batch = bench.batch(given.input(), given.size(), 1);

    try (Program program = bench.compile(graph, parameters)) {
      INDArray output = program.predict(batch);

      assertThat(output.shape()).isEqualTo(graph.output().shape().withBatch(given.size()));
      bench.assertClose(
          "output",
          Bench.values(output),
          Reference.predict(graph, Bench.values(parameters), Bench.values(batch)).output());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.skipjack.engine.Cases#all")
  void training_gives_what_the_reference_gives(Case given) {
    Graph graph = given.graph();
    Parameters parameters = bench.parameters(graph);
    INDArray batch = bench.batch(given.input(), given.size(), 1);
    Reference expected =
        Reference.forward(graph, Bench.values(parameters), Bench.values(batch), random());

    try (Program program = bench.compile(graph, parameters)) {
      INDArray output = program.forward(batch, random());

      assertThat(output.shape()).isEqualTo(graph.output().shape().withBatch(given.size()));
      bench.assertClose("output", Bench.values(output), expected.output());
      expected
          .statistics()
          .forEach(
              (name, values) ->
                  bench.assertClose(name, Bench.values(parameters.get(name)), values));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.skipjack.engine.Cases#all")
  void gradients_are_the_limits_of_differences(Case given) {
    Graph graph = given.graph();
    Parameters parameters = bench.parameters(graph);
    Map<String, double[]> values = Bench.values(parameters);
    INDArray batch = bench.batch(given.input(), given.size(), 1);
    INDArray outputGradient = bench.batch(graph.output().shape(), given.size(), 2);

    try (Program program = bench.compile(graph, parameters)) {
      INDArray output = program.forward(batch, random());
      assertThat(output.shape()).isEqualTo(outputGradient.shape());
      program.backward(outputGradient);

      ToDoubleFunction<Map<String, double[]>> loss =
          changed ->
              product(
                  Reference.forward(graph, changed, Bench.values(batch), random()).output(),
                  Bench.values(outputGradient));
      List<double[]> found = new ArrayList<>();
      List<double[]> slopes = new ArrayList<>();
      for (Parameter parameter : graph.parameters()) {
        String name = parameter.name();
        double[] gradient = Bench.values(program.gradients().get(name));
        int[] sample = sample(gradient.length);
        double[] expected =
            parameter.learned() ? slopes(loss, values, name, sample) : new double[sample.length];
        found.add(Arrays.stream(sample).mapToDouble(k -> gradient[k]).toArray());
        slopes.add(expected);
      }
      bench.assertGradientsClose(graph.parameters(), found, slopes);
    }
  }

  /** All values of a small parameter, a dozen of a large one. */
  private static int[] sample(int length) {
    List<Integer> indices = new ArrayList<>(IntStream.range(0, length).boxed().toList());
    Collections.shuffle(indices, new Random(4));
    return indices.stream()
        .limit(length <= 200 ? length : 12)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The slope of a function with respect to some values of one parameter. */
  private static double[] slopes(
      ToDoubleFunction<Map<String, double[]>> function,
      Map<String, double[]> at,
      String name,
      int[] sample) {
    double[] parameter = requireNonNull(at.get(name), name);
    double[] slopes = new double[sample.length];
    for (int i = 0; i < sample.length; i++) {
      double here = parameter[sample[i]];
      parameter[sample[i]] = here + STEP;
      double above = function.applyAsDouble(at);
      parameter[sample[i]] = here - STEP;
      slopes[i] = (above - function.applyAsDouble(at)) / (2 * STEP);
      parameter[sample[i]] = here;
    }
    return slopes;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static RandomGenerator random() {
    return new Random(3);
  }
}
