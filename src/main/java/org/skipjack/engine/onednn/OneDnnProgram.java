package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.DropoutMask;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.engine.RunningStatistics;
import org.skipjack.engine.Threads;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Op;

/**
 * A graph as oneDNN primitives, with a plan for each batch size that came; the plans share an
 * arena.
 */
final class OneDnnProgram implements Program {
  private final Graph graph;
  private final Parameters parameters;
  private final Parameters gradients;
  private final RunningStatistics statistics;
  private final int threads;
  private final engine cpu = new engine(dnnl_cpu, 0);
  private final stream queue = new stream(cpu);
  private final Map<Integer, Ready> training = new HashMap<>();
  private final Map<Integer, Ready> evaluation = new HashMap<>();
  private INDArray arena = Nd4j.zeros(1);
  private @Nullable Ready last;
  private boolean closed;

  /** A plan with the arrays through which it meets the outside. */
  private record Ready(Plan plan, Buffers buffers) {
    void close() {
      plan.close();
      buffers.close();
    }
  }

  OneDnnProgram(Graph graph, Parameters parameters, int threads) {
    this.graph = graph;
    this.parameters = parameters;
    this.gradients = parameters.zerosLike();
    this.statistics = new RunningStatistics(graph, parameters);
    this.threads = threads;
  }

  @Override
  public Graph graph() {
    return graph;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Parameters gradients() {
    return gradients;
  }

  @Override
  public INDArray forward(INDArray batch, RandomGenerator random) {
    requireOpen();
    graph.requireInput(batch.shape());
    Threads.use(threads);
    Ready ready = training.computeIfAbsent((int) batch.size(0), size -> prepare(size, true));
    ready.buffers().input().assign(batch);
    ready
        .buffers()
        .factors()
        .forEach(
            (node, factors) ->
                DropoutMask.fill(factors, ((Op.Dropout) node.op()).rate(), random.nextLong()));
    ready.plan().runForward(queue);
    statistics.move((int) batch.size(0));
    last = ready;
    return ready.buffers().output();
  }

  @Override
  public void backward(INDArray outputGradient) {
    Ready ready = last;
    if (ready == null) {
      throw new IllegalStateException(
          "backward needs a forward pass of its own.%n".formatted()
              + "Fix: forward(batch, random) before each backward(outputGradient)");
    }
    last = null;
    Threads.use(threads);
    ready.buffers().outputGradient().assign(outputGradient);
    ready.plan().runBackward(queue);
  }

  @Override
  public INDArray predict(INDArray batch) {
    requireOpen();
    graph.requireInput(batch.shape());
    Threads.use(threads);
    Ready ready = evaluation.computeIfAbsent((int) batch.size(0), size -> prepare(size, false));
    ready.buffers().input().assign(batch);
    ready.plan().runForward(queue);
    last = null;
    return ready.buffers().output();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "this program is closed.%nFix: execution.compile(graph, parameters) makes another"
              .formatted());
    }
  }

  private Ready prepare(int batch, boolean forTraining) {
    Buffers buffers = Buffers.of(graph, parameters, gradients, statistics, batch);
    Plan plan;
    try (Emitter emitter = new Emitter(cpu)) {
      plan = new Planner(emitter, buffers, forTraining).plan();
    }
    long floats = plan.arenaBytes() / Float.BYTES + 16;
    if (floats > arena.length()) {
      arena.close();
      arena = Nd4j.create(DataType.FLOAT, floats);
      training.values().forEach(ready -> ready.plan().bind(cpu, arenaAddress()));
      evaluation.values().forEach(ready -> ready.plan().bind(cpu, arenaAddress()));
    }
    plan.bind(cpu, arenaAddress());
    return new Ready(plan, buffers);
  }

  private long arenaAddress() {
    return (arena.data().addressPointer().address() + 63) / 64 * 64;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    training.values().forEach(Ready::close);
    evaluation.values().forEach(Ready::close);
    training.clear();
    evaluation.clear();
    statistics.close();
    arena.close();
    queue.close();
    cpu.close();
    last = null;
  }

  /** The steps of the training plan for a batch size that came. */
  String describe(int batch) {
    Ready ready = training.get(batch);
    return ready == null ? "" : ready.plan().toString();
  }
}
