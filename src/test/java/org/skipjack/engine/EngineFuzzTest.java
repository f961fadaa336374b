package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.FuzzedNets;
import org.skipjack.graph.FuzzedNets.Fuzzed;
import org.skipjack.graph.Graph;
import org.skipjack.graph.ShapeException;

/**
 * Random nets that build run on every engine, forward and backward, and all engines come to what
 * the reference, in float64, comes to; an engine refuses none. That the others are refused by layer
 * and fix is tested with the graph.
 */
class EngineFuzzTest {
  private static final int NETS = 10_000;
  private static final int SLICE = 160;
  private static final int BATCH = 2;

  /**
   * How far the gradients of two engines may be apart, as a share of their length: 0.3 % was seen
   * with batch normalization over two vectors, which is all but singular.
   */
  private static final double APART = 5e-3;

  /** The same with max pooling, where a window may have two largest values: 2.1 % was seen. */
  private static final double APART_IN_TIES = 5e-2;

  /**
   * Where values are normalized that are all but equal, again and again, no float32 says what the
   * gradient is: an engine may then be this many times as far off as the reference is in float32.
   * Of 10,000 nets 6 are such; there the factor was 0.2 to 0.98.
   */
  private static final double AS_FAR_AS_FLOAT32 = 2;

  /**
   * For gradients: in float64, whose rounding normalization of nearly equal values leaves small.
   */
  private final Bench reference =
      Bench.all().filter(bench -> bench.type() == DataType.DOUBLE).findFirst().orElseThrow();

  /** For predictions: the same engine in float32. */
  private final Bench inFloat32 =
      Bench.inFloat32().filter(bench -> isReference(bench)).findFirst().orElseThrow();

  private final List<Bench> benches =
      Bench.inFloat32().filter(bench -> !isReference(bench)).toList();

  private boolean isReference(Bench bench) {
    return bench.engine().name().equals(reference.engine().name());
  }

  /** What one engine made of a batch. */
  private record Result(List<Double> prediction, List<Double> gradient) {}

  @Test
  void some_random_nets_run_alike_on_every_engine() {
    assertThat(failures(IntStream.range(NETS - SLICE, NETS).toArray())).isEmpty();
  }

  @Test
  void no_engine_is_farther_off_than_float32_where_equal_values_are_normalized() {
    assertThat(failures(1729, 4512, 6875, 8314, 9160, 9836)).isEmpty();
  }

  @Test
  @Tag("fuzz")
  void ten_thousand_random_nets_run_alike_on_every_engine_or_are_refused_before() {
    assertThat(failures(IntStream.range(0, NETS).toArray())).isEmpty();
  }

  private List<String> failures(int... numbers) {
    assertThat(benches).as("engines in float32 beside the reference").isNotEmpty();
    List<String> failures = new ArrayList<>();
    int ran = 0;
    for (int number : numbers) {
      Fuzzed fuzzed = FuzzedNets.of(number);
      Optional<Graph> graph = built(fuzzed);
      if (graph.isPresent()) {
        ran++;
        try {
          compare(graph.get(), fuzzed);
        } catch (RuntimeException | AssertionError e) {
          failures.add(String.format(Locale.ROOT, "net %d, %s: %s", number, fuzzed, e));
        }
      }
    }
    assertThat(ran).as("nets that ran").isGreaterThan(numbers.length / 3);
    return failures;
  }

  private static Optional<Graph> built(Fuzzed fuzzed) {
    try {
      return Optional.of(Graph.of(fuzzed.net(), fuzzed.input()));
    } catch (ShapeException | IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private void compare(Graph graph, Fuzzed fuzzed) {
    Result expected = run(reference, graph);
    double[] predicted = array(predict(inFloat32, graph));
    for (Bench bench : benches) {
      Result result = run(bench, graph);
      bench.assertClose("prediction", array(result.prediction()), predicted);
      assertThat(result.gradient()).as("gradient").hasSameSizeAs(expected.gradient());
      double share = fuzzed.net().toString().contains("maxPool") ? APART_IN_TIES : APART;
      double distance = distance(result, expected);
      double bound = share * (length(expected.gradient()) + 0.01);
      if (distance > bound) {
        bound = AS_FAR_AS_FLOAT32 * distance(run(inFloat32, graph), expected);
      }
      assertThat(distance).as("distance of gradients").isLessThanOrEqualTo(bound);
    }
  }

  private static double distance(Result result, Result expected) {
    return length(difference(result.gradient(), expected.gradient()));
  }

  /**
   * A prediction and the gradient of all parameters, from the same random values on each engine.
   */
  private static Result run(Bench bench, Graph graph) {
    Parameters parameters = bench.parameters(graph);
    parameters.learned().assign(inFloat32(parameters.learned()));
    parameters.statistics().assign(inFloat32(parameters.statistics()));
    try (Program program = bench.compile(graph, parameters)) {
      INDArray batch = inFloat32(bench.batch(graph.inputShape(), BATCH, 1));
      List<Double> prediction = list(program.predict(batch));
      INDArray output = program.forward(batch, new Random(1));
      assertThat(output.shape()).isEqualTo(graph.output().shape().withBatch(BATCH));
      if (graph.parameterCount() == 0) {
        return new Result(prediction, List.of());
      }
      program.backward(inFloat32(bench.batch(graph.output().shape(), BATCH, 3)));
      List<Double> gradient = list(program.gradients().learned());
      assertThat(gradient).as("gradient").doesNotContain(Double.NaN);
      return new Result(prediction, gradient);
    }
  }

  private static List<Double> predict(Bench bench, Graph graph) {
    try (Program program = bench.compile(graph, bench.parameters(graph))) {
      return list(program.predict(inFloat32(bench.batch(graph.inputShape(), BATCH, 1))));
    }
  }

  /** What every engine is given, to the bit. */
  private static INDArray inFloat32(INDArray values) {
    return values.castTo(DataType.FLOAT).castTo(values.dataType());
  }

  private static List<Double> list(INDArray values) {
    return Arrays.stream(Bench.values(values)).boxed().toList();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> difference(List<Double> one, List<Double> other) {
    return IntStream.range(0, one.size()).mapToObj(i -> one.get(i) - other.get(i)).toList();
  }

  private static double length(List<Double> vector) {
    return Math.sqrt(vector.stream().mapToDouble(value -> value * value).sum());
  }
}
