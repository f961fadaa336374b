package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;

/** The resident memory of this process, before and after many steps. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.skipjack.engine.Bench#inFloat32")
class MemoryEstimateTest {
  private static final long MIB = 1 << 20;

  /** The JVM's own memory comes and goes by up to 100 MiB. */
  private static final long BOUND = 140;

  private static final Shape IMAGE = Shape.image(8, 16, 16);

  /** Each output of an operation of the first stage takes 8 KiB an example in float32. */
  private final Graph graph =
      Graph.of(
          net()
              .conv(8)
              .batchNorm()
              .relu()
              .residual(b -> b.conv(8, stride(2)).batchNorm())
              .dropout(0.1)
              .globalAvgPool()
              .dense(10),
          IMAGE);

  private final Bench bench;

  MemoryEstimateTest(Bench bench) {
    this.bench = bench;
  }

  private void step(Program program, int size) {
    INDArray batch = bench.batch(IMAGE, size, 1);
    assertThat(program.forward(batch, new Random(1)).size(0)).isEqualTo(size);
    program.backward(bench.batch(graph.output().shape(), size, 2));
    assertThat(program.predict(batch).size(0)).isEqualTo(size);
  }

  /** Resident memory without what a collection frees, arrays of ND4J among it. */
  private static long settledMib() throws InterruptedException {
    System.gc();
    Thread.sleep(300);
    return Pointer.physicalBytes() / MIB;
  }

  @Test
  void three_hundred_steps_take_no_more_memory_than_ten() throws InterruptedException {
    try (Program program = bench.compile(graph, bench.parameters(graph))) {
      for (int i = 0; i < 10; i++) {
        step(program, 32);
      }
      long before = settledMib();
      for (int i = 0; i < 300; i++) {
        step(program, 32);
      }

      assertThat(settledMib() - before).as("MiB grown").isLessThan(BOUND);
    }
  }

  @Test
  void closed_programs_give_their_memory_back() throws InterruptedException {
    Parameters parameters = bench.parameters(graph);
    List<Program> reachable = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < 30; i++) {
      if (i == 5) {
        before = settledMib();
      }
      try (Program program = bench.compile(graph, parameters)) {
        step(program, 128);
        reachable.add(program);
      }
    }

    assertThat(reachable).as("programs that no collector can free").hasSize(30);
    assertThat(settledMib() - before).as("MiB grown").isLessThan(BOUND);
  }
}
