package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Shape;
import org.skipjack.graph.ShapeException;
import org.skipjack.net.Net;

/** What the contract says of programs beyond the numbers of one pass. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.skipjack.engine.Bench#all")
class ProgramTest {
  private static final Shape IMAGE = Shape.image(2, 5, 4);
  private static final Net NET =
      net()
          .conv(3)
          .batchNorm()
          .relu()
          .residual(b -> b.conv(4).batchNorm())
          .dropout(0.5)
          .globalAvgPool()
          .dense(3);

  private final Graph graph = Graph.of(NET, IMAGE);
  private final Bench bench;
  private final Parameters parameters;
  private final Program program;

  ProgramTest(Bench bench) {
    this.bench = bench;
    this.parameters = bench.parameters(graph);
    this.program = bench.compile(graph, parameters);
  }

  @AfterEach
  void close() {
    program.close();
  }

  private INDArray batch(int size) {
    return bench.batch(IMAGE, size, size);
  }

  private INDArray outputGradient(int size) {
    return bench.batch(graph.output().shape(), size, 100 + size);
  }

  private static RandomGenerator random(long seed) {
    return new Random(seed);
  }

  private double[] forward(int size, long seed) {
    return Bench.values(program.forward(batch(size), random(seed)));
  }

  private double[] predict(int size) {
    return Bench.values(program.predict(batch(size)));
  }

  /** Back-propagates and gives all gradients. */
  private double[] backward(int size) {
    program.backward(outputGradient(size));
    return Bench.values(program.gradients().learned());
  }

  @Test
  void a_program_is_of_the_graph_and_parameters_it_was_compiled_for() {
    assertThat(program.graph()).isEqualTo(graph);
    assertThat(program.parameters()).isSameAs(parameters);
    assertThat(program.gradients().layout()).isEqualTo(parameters.layout());
    assertThat(program.gradients().type()).isEqualTo(bench.type());
  }

  @Test
  void the_same_random_numbers_give_the_same_bits() {
    double[] output = forward(3, 1);
    double[] gradients = backward(3);

    assertThat(forward(3, 1)).isEqualTo(output);
    assertThat(backward(3)).isEqualTo(gradients);
  }

  @Test
  void other_random_numbers_drop_other_values() {
    assertThat(forward(3, 1)).isNotEqualTo(forward(3, 2));
  }

  @Test
  void evaluation_repeats_to_the_bit_and_changes_nothing() {
    Map<String, double[]> before = Bench.values(parameters);
    double[] output = predict(3);

    assertThat(predict(3)).isEqualTo(output);
    Bench.values(parameters)
        .forEach((name, values) -> assertThat(values).as(name).isEqualTo(before.get(name)));
  }

  @Test
  void in_evaluation_an_example_does_not_depend_on_its_neighbors() {
    double[] four = predict(4);
    INDArray last = bench.array(Arrays.copyOfRange(Bench.values(batch(4)), 120, 160), 1, 2, 5, 4);

    bench.assertClose(
        "output", Bench.values(program.predict(last)), Arrays.copyOfRange(four, 9, 12));
  }

  @Test
  void a_pass_in_training_changes_no_learned_value() {
    double[] before = Bench.values(parameters.learned());
    assertThat(forward(3, 1)).hasSize(9);
    assertThat(backward(3)).hasSameSizeAs(before);

    assertThat(Bench.values(parameters.learned())).isEqualTo(before);
  }

  @Test
  void a_changed_parameter_shows_in_the_next_call() {
    double[] output = predict(3);
    parameters.get("dense1/bias").addi(1);

    bench.assertClose(
        "output", predict(3), Arrays.stream(output).map(value -> value + 1).toArray());
  }

  /** Weights may be arranged ahead for evaluation; then any value of any parameter must undo it. */
  @Test
  void a_change_of_any_parameter_between_two_evaluations_shows() {
    for (Parameter parameter : graph.parameters()) {
      double[] before = predict(3);
      parameters.get(parameter.name()).addi(0.5);
      double[] after = predict(3);

      assertThat(after).as(parameter.name()).isNotEqualTo(before);
      try (Program fresh = bench.compile(graph, parameters)) {
        assertThat(after).as(parameter.name()).isEqualTo(Bench.values(fresh.predict(batch(3))));
      }
    }
  }

  @Test
  void batches_of_two_sizes_do_not_disturb_each_other() {
    double[] output = forward(4, 1);
    double[] gradients = backward(4);
    double[] shorter = forward(1, 1);
    double[] shorterGradients = backward(1);

    assertThat(forward(4, 1)).isEqualTo(output);
    assertThat(backward(4)).isEqualTo(gradients);
    assertThat(forward(1, 1)).isEqualTo(shorter);
    assertThat(backward(1)).isEqualTo(shorterGradients);
  }

  @Test
  void gradients_are_those_of_the_last_pass_alone() {
    assertThat(forward(3, 1)).hasSize(9);
    double[] once = backward(3);
    assertThat(forward(2, 1)).hasSize(6);
    assertThat(backward(2)).isNotEqualTo(once);
    assertThat(forward(4, 1)).hasSize(12);
    assertThat(forward(3, 1)).hasSize(9);

    assertThat(backward(3)).isEqualTo(once);
  }

  @Test
  void evaluation_ends_a_forward_pass() {
    assertThat(forward(3, 1)).hasSize(9);
    assertThat(predict(3)).hasSize(9);

    assertNeedsForward();
  }

  @Test
  void a_batch_may_be_a_view_in_any_order() {
    INDArray view = batch(3).permute(0, 1, 3, 2).dup('c').permute(0, 1, 3, 2);

    assertThat(Bench.values(program.predict(view))).isEqualTo(predict(3));
  }

  @Test
  void a_program_prints_nothing() {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(predict(3)).hasSize(9);
      assertThat(forward(3, 1)).hasSize(9);
      assertThat(backward(3)).isNotEmpty();
    } finally {
      System.setOut(before);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void backward_needs_a_forward_pass() {
    assertThat(predict(3)).hasSize(9);

    assertNeedsForward();
  }

  @Test
  void a_forward_pass_serves_one_backward() {
    assertThat(forward(3, 1)).hasSize(9);
    assertThat(backward(3)).isNotEmpty();

    assertNeedsForward();
  }

  private void assertNeedsForward() {
    assertThatThrownBy(() -> program.backward(outputGradient(3)))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .isEqualToNormalizingNewlines(
            """
            backward needs a forward pass of its own.
            Fix: forward(batch, random) before each backward(outputGradient)""");
  }

  @Test
  void a_batch_of_another_shape_is_refused() {
    INDArray channelsLast = bench.batch(Shape.image(5, 4, 2), 3, 1);
    String message =
        """
        this net was compiled for input [N, 2, 5, 4] (NCHW) but the batch is [3, 5, 4, 2].
        The last axis is 2, so this looks like channels-last data.
        Fix: move the channels in front of height and width, array.permute(0, 3, 1, 2).""";

    assertThatThrownBy(() -> program.forward(channelsLast, random(1)))
        .isInstanceOf(ShapeException.class)
        .message()
        .isEqualToNormalizingNewlines(message);
    assertThatThrownBy(() -> program.predict(channelsLast))
        .isInstanceOf(ShapeException.class)
        .message()
        .isEqualToNormalizingNewlines(message);
  }

  @Test
  void the_parameters_of_another_graph_are_refused() {
    Graph other = Graph.of(net().conv(2), IMAGE);

    assertThatThrownBy(() -> bench.compile(other, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            """
            these are the parameters of another graph.
            Fix: Parameters.zeros(graph)""");
  }

  @Test
  void a_closed_program_runs_no_more() {
    program.close();

    assertThatThrownBy(() -> program.predict(batch(3)))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .isEqualToNormalizingNewlines(
            """
            this program is closed.
            Fix: execution.compile(graph, parameters) makes another""");
  }

  @Test
  void closing_leaves_the_parameters_and_may_be_repeated() {
    double[] before = Bench.values(parameters.learned());
    assertThat(forward(3, 1)).hasSize(9);
    program.close();
    program.close();

    assertThat(Bench.values(parameters.learned())).isEqualTo(before);
  }
}
