package org.skipjack.train.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;

import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.data.Seed;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.train.ParameterInitializer;

/** A value that is not finite is put in, and has to be found where it appears first. */
@ParameterizedClass(name = "{0}")
@MethodSource("engines")
class NonFiniteDiagnosisTest {
  private static final Shape IMAGE = Shape.image(2, 8, 8);
  private static final Graph GRAPH =
      Graph.of(
          net()
              .conv(4)
              .batchNorm()
              .relu()
              .residual(b -> b.conv(4).batchNorm().relu())
              .globalAvgPool()
              .dense(3),
          IMAGE);

  private final Parameters parameters = ParameterInitializer.draw(GRAPH, Seed.of(1));
  private final Program program;
  private final INDArray images =
      Nd4j.createFromArray(new Random(1).doubles(4 * IMAGE.elements()).toArray())
          .castTo(parameters.type())
          .reshape(IMAGE.withBatch(4));

  NonFiniteDiagnosisTest(Engine engine) {
    program = Execution.on(engine).threads(1).compile(GRAPH, parameters);
  }

  static Stream<Engine> engines() {
    return Engines.all().stream().filter(engine -> engine.unavailableReason().isEmpty());
  }

  @AfterEach
  void close() {
    program.close();
    parameters.close();
  }

  private Optional<String> found(UnaryOperator<INDArray> outputGradient) {
    return NonFiniteDiagnosis.ofStep(program, images, new Random(1), outputGradient)
        .map(culprit -> culprit.what() + " in the " + culprit.tensor());
  }

  private Optional<String> found() {
    return found(output -> output.mul(1));
  }

  private void put(String parameter, float value) {
    parameters.get(parameter).data().put(0, value);
  }

  @Test
  void a_step_of_finite_values_has_nothing_to_find() {
    assertThat(found()).isEmpty();
    assertThat(NonFiniteDiagnosis.ofPrediction(program, images)).isEmpty();
    assertThat(NonFiniteDiagnosis.ofParameters(parameters)).isEmpty();
  }

  @Test
  void an_output_names_its_layer() {
    put("block1/conv1/weight", Float.NaN);

    assertThat(found()).contains("NaN in the output of block1/conv1");
  }

  @Test
  void an_output_in_evaluation_names_its_layer_too() {
    put("dense1/weight", Float.NaN);

    assertThat(NonFiniteDiagnosis.ofPrediction(program, images).orElseThrow().layer())
        .isEqualTo("dense1");
  }

  @Test
  void a_product_that_overflows_names_its_layer() {
    parameters.get("dense1/weight").assign(Float.MAX_VALUE);

    assertThat(found()).contains("infinity in the output of dense1");
  }

  @Test
  void an_image_with_a_bad_value_is_found_in_the_first_layer() {
    images.data().put(0, Float.NaN);

    assertThat(found()).contains("NaN in the output of conv1");
  }

  @Test
  void a_variance_that_overflows_is_a_statistic() {
    parameters.get("block1/conv1/weight").muli(1e25);

    assertThat(found()).contains("infinity in the statistic of the batch of block1/batchNorm1");
  }

  @Test
  void a_gradient_names_the_layer_where_it_is_first() {
    Optional<String> culprit = found(output -> output.mul(0).add(Float.MAX_VALUE));

    assertThat(culprit.orElseThrow()).matches("infinity in the gradient of the .* of dense1");
  }

  @Test
  void a_parameter_is_named_in_full() {
    put("block1/batchNorm1/gamma", Float.NEGATIVE_INFINITY);

    assertThat(NonFiniteDiagnosis.ofParameters(parameters))
        .contains(
            new NonFiniteDiagnosis.Culprit(
                "parameter block1/batchNorm1/gamma", "block1/batchNorm1", Float.NEGATIVE_INFINITY));
  }

  @Test
  void a_relu_that_gives_zero_for_all_images_is_dead() {
    parameters.get("block1/batchNorm1/beta").assign(-1e6);
    DeadReluDetector look = new DeadReluDetector(GRAPH);
    program.watch(look);
    var unused = program.forward(images, new Random(1));

    assertThat(look.dead()).containsExactly("block1/relu1");
    program.watch(null);
  }
}
