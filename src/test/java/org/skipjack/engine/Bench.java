package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

/**
 * An engine at one precision, and what the contract's tests need to put it to work.
 *
 * <p>Every engine of the installation is tested in float32, and in float64 if it compiles that.
 *
 * @param engine the engine under test
 * @param type of parameters and batches
 * @param precision what the engine computes in
 */
record Bench(Engine engine, DataType type, Precision precision) {

  /** Every engine that works here, at every precision that it has. */
  static Stream<Bench> all() {
    return Engines.all().stream()
        .filter(engine -> engine.unavailableReason().isEmpty())
        .flatMap(
            engine ->
                Stream.of(
                    new Bench(engine, DataType.FLOAT, Precision.FP32),
                    new Bench(engine, DataType.DOUBLE, Precision.FP32),
                    new Bench(engine, DataType.FLOAT, Precision.BF16)))
        .filter(bench -> bench.engine().unavailableReason(bench.precision()).isEmpty())
        .filter(Bench::works);
  }

  /** Every engine that works here, in float32. */
  static Stream<Bench> inFloat32() {
    return all()
        .filter(bench -> bench.type() == DataType.FLOAT)
        .filter(bench -> bench.precision() == Precision.FP32);
  }

  private boolean works() {
    Graph graph = Graph.of(Net.net().dense(1), Shape.vector(1));
    try (Program program = compile(graph, parameters(graph))) {
      return program.graph().equals(graph);
    } catch (IllegalArgumentException unsupported) {
      assertThat(type).as("float32 works everywhere").isNotEqualTo(DataType.FLOAT);
      return false;
    }
  }

  /** A program on one thread. */
  Program compile(Graph graph, Parameters parameters) {
    return new Execution(engine, 1, precision).compile(graph, parameters);
  }

  /** Random values for every parameter, the same at every call for a graph of these names. */
  Parameters parameters(Graph graph) {
    Parameters parameters = Parameters.zeros(graph, type);
    Random random = new Random(graph.nodes().stream().map(Node::name).toList().hashCode());
    for (Parameter parameter : graph.parameters()) {
      boolean positive = parameter.name().matches(".*/(gamma|variance)");
      double[] values =
          random.doubles(parameter.elements()).map(u -> positive ? 0.5 + u : 2 * u - 1).toArray();
      parameters
          .get(parameter.name())
          .assign(array(values, parameters.get(parameter.name()).shape()));
    }
    return parameters;
  }

  /** Random values from −2 to 2 in the shape of a batch. */
  INDArray batch(Shape shape, int size, long seed) {
    double[] values =
        new Random(seed).doubles(size * shape.elements()).map(u -> 4 * u - 2).toArray();
    return array(values, shape.withBatch(size));
  }

  /** These values in a shape, cut to the bits that the precision has. */
  INDArray array(double[] values, long... shape) {
    double[] cut = Arrays.stream(values).map(this::cut).toArray();
    return Nd4j.createFromArray(cut).reshape(shape).castTo(type);
  }

  private double cut(double value) {
    return precision == Precision.BF16
        ? Float.intBitsToFloat(Float.floatToIntBits((float) value) & 0xffff0000)
        : value;
  }

  /** The values of an array, row by row. */
  static double[] values(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  /** The values of every parameter, by name. */
  static Map<String, double[]> values(Parameters parameters) {
    Map<String, double[]> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters.layout()) {
      values.put(parameter.name(), values(parameters.get(parameter.name())));
    }
    return values;
  }

  /**
   * How far a value may be from the reference, as a share of the largest.
   *
   * <p>A value of bfloat16 has 8 significant bits: one rounding is 0.4 % of it. In float64
   * SameDiff's gradient of a mean and variance is good to 1e-7: no more is asked for.
   */
  double tolerance() {
    if (precision == Precision.BF16) {
      return 1e-2;
    }
    return type == DataType.DOUBLE ? 5e-7 : 1e-4;
  }

  /** Asserts that the values agree, to the tolerance of this precision. */
  void assertClose(String what, double[] actual, double[] expected) {
    double largest = Math.max(0.1, max(expected));
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i])
          .as("%s, value %d", what, i)
          .isCloseTo(expected[i], within(largest * tolerance()));
    }
  }

  /**
   * Asserts that the gradients of parameters agree: value by value in float32 and float64. In
   * bfloat16 rounding moves single values across the kinks of relu and maximum, which is a large
   * part of a small parameter's gradient over a few pixels; there the distance of all gradients
   * together is held against their length: 16 % at most was seen, for a net of two channels with
   * max pooling over a sigmoid, and 7 % elsewhere.
   */
  void assertGradientsClose(List<Parameter> of, List<double[]> actual, List<double[]> expected) {
    if (precision != Precision.BF16) {
      for (int i = 0; i < of.size(); i++) {
        assertClose(of.get(i).name(), actual.get(i), expected.get(i));
      }
      return;
    }
    double[] one = actual.stream().flatMapToDouble(Arrays::stream).toArray();
    double[] other = expected.stream().flatMapToDouble(Arrays::stream).toArray();
    double[] apart = IntStream.range(0, one.length).mapToDouble(i -> one[i] - other[i]).toArray();
    assertThat(length(apart)).as("distance").isLessThanOrEqualTo(0.2 * length(other));
  }

  private static double length(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
  }

  private static double max(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  @Override
  public String toString() {
    return engine.name() + ", " + type + ", " + precision;
  }
}
