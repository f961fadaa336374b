package org.skipjack.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.stride;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Precision;
import org.skipjack.graph.FuzzedNets;
import org.skipjack.graph.FuzzedNets.Fuzzed;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.graph.ShapeException;

/** A program whose plans outgrow the memory that they share. */
class OneDnnProgramTest {
  private final Graph graph =
      Graph.of(net().conv(4).residual(b -> b.conv(4)).globalAvgPool(), Shape.image(3, 8, 8));
  private final Parameters parameters = Parameters.zeros(graph);
  private final List<INDArray> blocks = new ArrayList<>();
  private long most = Long.MAX_VALUE;
  private final OneDnnProgram program =
      new OneDnnProgram(
          graph, parameters, new Execution(new OneDnnEngine(), 1, Precision.FP32), this::block);

  OneDnnProgramTest() {
    parameters.learned().addi(0.01);
  }

  @AfterEach
  void free() {
    program.close();
    parameters.close();
  }

  private INDArray block(long bytes) {
    if (bytes > most) {
      throw new OutOfMemoryError("no " + bytes + " bytes");
    }
    INDArray made = Arena.allocate(bytes);
    blocks.add(made);
    return made;
  }

  private static INDArray batch(int size) {
    return Nd4j.linspace(-1, 1, size * 192L).reshape(size, 3, 8, 8).castTo(Nd4j.dataType());
  }

  private float[] predict(int size) {
    return program.predict(batch(size)).dup().data().asFloat();
  }

  private float[] gradients(int size) {
    INDArray output = program.forward(batch(size), new Random(1));
    program.backward(output.dup());
    return program.gradients().learned().dup().data().asFloat();
  }

  @Test
  void plans_keep_their_memory_and_their_bits_where_no_larger_one_can_be_had() {
    float[] predicted = predict(2);
    float[] gradients = gradients(2);
    most = blocks.stream().mapToLong(block -> 4 * block.length()).max().orElseThrow();

    assertThatThrownBy(() -> predict(500)).isInstanceOf(OutOfMemoryError.class);
    assertThatThrownBy(() -> gradients(500)).isInstanceOf(OutOfMemoryError.class);

    assertThat(open()).as("the arena and a store for each of two plans").hasSize(3);
    assertThat(predict(2)).isEqualTo(predicted);
    assertThat(gradients(2)).isEqualTo(gradients);
  }

  private List<INDArray> open() {
    return blocks.stream().filter(block -> !block.wasClosed()).toList();
  }

  /** 1×1 convolutions that skip the last pixels, and random nets. */
  static Stream<Graph> graphs() {
    Stream<Graph> strided =
        IntStream.of(1, 3, 8, 24)
            .boxed()
            .flatMap(
                channels ->
                    Stream.of(
                        net().conv(channels).relu().conv(2, kernelSize(1), stride(2)),
                        net().conv(channels).relu().conv(17, kernelSize(1), stride(3), bias()),
                        net().conv(channels).residual(b -> b.conv(4, stride(2)).batchNorm())))
            .map(net -> Graph.of(net, Shape.image(1, 12, 9)));
    return Stream.concat(
        strided,
        IntStream.range(0, 120).mapToObj(FuzzedNets::of).flatMap(OneDnnProgramTest::built));
  }

  private static Stream<Graph> built(Fuzzed fuzzed) {
    try {
      return Stream.of(Graph.of(fuzzed.net(), fuzzed.input()));
    } catch (ShapeException | IllegalArgumentException refused) {
      return Stream.empty();
    }
  }

  @Test
  void what_its_memory_held_before_changes_no_bit() {
    graphs()
        .forEach(of -> assertThat(passes(of, Float.NaN)).as("%s", of).isDeepEqualTo(passes(of, 0)));
  }

  /** An output in training, the gradients and a prediction, in memory that is filled before. */
  private static float[][] passes(Graph of, float filling) {
    Random random = new Random(1);
    try (Parameters values = Parameters.zeros(of)) {
      values.learned().assign(random(random, values.learned().shape()));
      values.statistics().addi(1);
      OneDnnProgram program =
          new OneDnnProgram(
              of,
              values,
              new Execution(new OneDnnEngine(), 1, Precision.FP32),
              bytes -> Arena.allocate(bytes).assign(filling));
      try (program) {
        INDArray batch = random(random, of.inputShape().withBatch(2));
        float[] output = program.forward(batch, new Random(2)).dup().data().asFloat();
        program.backward(random(random, of.output().shape().withBatch(2)));
        float[] gradients = program.gradients().learned().dup().data().asFloat();
        return new float[][] {output, gradients, program.predict(batch).dup().data().asFloat()};
      }
    }
  }

  private static INDArray random(Random random, long... sizes) {
    long length = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    double[] values = random.doubles(length, -1, 1).toArray();
    return Nd4j.createFromArray(values).reshape(sizes).castTo(DataType.FLOAT);
  }

  @Test
  void what_could_not_be_had_can_be_asked_for_again() {
    float[] small = predict(2);
    most = 100_000;
    assertThatThrownBy(() -> predict(100)).isInstanceOf(OutOfMemoryError.class);
    most = Long.MAX_VALUE;

    assertThat(predict(100)).hasSize(400).doesNotContain(Float.NaN);
    assertThat(predict(2)).isEqualTo(small);
    assertThat(open()).as("the larger arena and two stores").hasSize(3);
  }

  @Test
  void nothing_is_left_of_a_plan_whose_store_cannot_be_had() {
    float[] large = predict(100);
    int before = open().size();
    most = 0;

    assertThatThrownBy(() -> predict(2)).isInstanceOf(OutOfMemoryError.class);

    assertThat(open()).hasSize(before);
    most = Long.MAX_VALUE;
    assertThat(predict(100)).isEqualTo(large);
    assertThat(predict(2)).hasSize(8);
  }
}
