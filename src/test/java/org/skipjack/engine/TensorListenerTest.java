package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.engine.TensorListener.Part;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

@ParameterizedClass(name = "{0}")
@MethodSource("org.skipjack.engine.Bench#all")
class TensorListenerTest {
  private static final Shape IMAGE = Shape.image(2, 5, 4);
  private static final Net NET =
      net()
          .conv(3)
          .batchNorm()
          .relu()
          .residual(b -> b.conv(4).batchNorm())
          .relu()
          .globalAvgPool()
          .dense(3);

  private final Graph graph = Graph.of(NET, IMAGE);
  private final Bench bench;
  private final Program program;

  TensorListenerTest(Bench bench) {
    this.bench = bench;
    this.program = bench.compile(graph, bench.parameters(graph));
  }

  @AfterEach
  void close() {
    program.close();
  }

  /** What is told of a step, by part: the nodes in the order in which they are told of. */
  private Map<Part, Set<String>> watched(Runnable calls) {
    Map<Part, Set<String>> told = new LinkedHashMap<>();
    program.watch(
        (node, part, values) -> {
          assertThat(values.get()).isNotEmpty();
          told.computeIfAbsent(part, p -> new LinkedHashSet<>()).add(node);
        });
    calls.run();
    program.watch(null);
    return told;
  }

  private double[] step() {
    var unused = program.forward(bench.batch(IMAGE, 3, 1), new Random(1));
    program.backward(bench.batch(graph.output().shape(), 3, 2));
    return Bench.values(program.gradients().learned());
  }

  private List<String> named(String... parts) {
    List<String> names = new ArrayList<>();
    for (Node node : graph.nodes()) {
      for (String part : parts) {
        if (node.name().contains(part)) {
          names.add(node.name());
        }
      }
    }
    return names;
  }

  @Test
  void a_step_tells_of_all_that_it_computes_under_the_nodes_paths() {
    Map<Part, Set<String>> told = watched(() -> assertThat(step()).isNotEmpty());

    assertThat(told.get(Part.OUTPUT))
        .containsAll(named("conv", "projection", "batchNorm", "dense1"));
    assertThat(told.get(Part.STATISTIC))
        .containsExactlyInAnyOrderElementsOf(named("atchNorm", "projectionNorm"));
    Set<String> gradients = new LinkedHashSet<>(told.get(Part.INPUT_GRADIENT));
    gradients.addAll(told.getOrDefault(Part.PARAMETER_GRADIENT, Set.of()));
    assertThat(gradients).containsAll(named("conv", "projection", "batchNorm", "dense1"));
    List<String> outputs = List.copyOf(told.get(Part.OUTPUT));
    List<String> backwards = List.copyOf(gradients);
    assertThat(outputs.indexOf("conv1")).isLessThan(outputs.indexOf("dense1"));
    assertThat(backwards.indexOf("dense1")).isLessThan(backwards.indexOf("conv1"));
  }

  @Test
  void a_prediction_tells_of_outputs_alone() {
    Map<Part, Set<String>> told =
        watched(() -> assertThat(program.predict(bench.batch(IMAGE, 3, 1)).isEmpty()).isFalse());

    assertThat(told.keySet()).containsExactly(Part.OUTPUT);
    assertThat(told.get(Part.OUTPUT)).contains("dense1");
  }

  @Test
  void the_values_are_those_that_were_computed() {
    List<float[]> outputs = new ArrayList<>();
    program.watch(
        (node, part, values) -> {
          if (node.equals("dense1") && part == Part.OUTPUT) {
            outputs.add(values.get());
          }
        });
    double[] output = Bench.values(program.forward(bench.batch(IMAGE, 3, 1), new Random(1)));

    float[] told = outputs.get(outputs.size() - 1);
    for (int i = 0; i < output.length; i++) {
      assertThat((double) told[i]).as("value %d", i).isEqualTo((float) output[i]);
    }
  }

  @Test
  void a_step_that_is_watched_computes_the_same_bits() {
    double[] alone = step();
    List<double[]> seen = new ArrayList<>();
    Map<Part, Set<String>> told = watched(() -> seen.add(step()));

    assertThat(told).isNotEmpty();
    assertThat(seen).containsExactly(alone);
    assertThat(watched(() -> {})).isEmpty();
  }
}
