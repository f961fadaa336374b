package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.DropoutMask;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.engine.RunningStatistics;
import org.skipjack.engine.StepTime;
import org.skipjack.engine.Threads;
import org.skipjack.engine.Watch;
import org.skipjack.graph.Graph;

/**
 * A graph as oneDNN primitives, with a plan for each batch size that came; the plans share an
 * arena.
 */
final class OneDnnProgram implements Program {
  private final Graph graph;
  private final Parameters parameters;
  private final RunningStatistics statistics;
  private final Execution execution;
  private final engine cpu = new engine(dnnl_cpu, 0);
  private final stream queue = new stream(cpu);
  private final Map<Integer, Ready> training = new HashMap<>();
  private final Map<Integer, Ready> evaluation = new HashMap<>();
  private final LongFunction<INDArray> allocation;
  private INDArray arena = Arena.allocate(0);
  private long arenaBytes;
  private @Nullable Parameters gradients;
  private @Nullable Ready last;
  private @Nullable Consumer<StepTime> observer;
  private @Nullable Watch watch;
  private boolean closed;

  /** A plan with the arrays through which it meets the outside. */
  private static final class Ready {
    final Plan plan;
    final Buffers buffers;
    @Nullable Long prepared;

    Ready(Plan plan, Buffers buffers) {
      this.plan = plan;
      this.buffers = buffers;
    }

    /** Has the plan arrange the parameters, unless it has these values already. */
    void prepare(long fingerprint, stream queue) {
      if (prepared == null || prepared != fingerprint) {
        plan.prepare(queue);
        prepared = fingerprint;
      }
    }

    void close() {
      plan.close();
      buffers.close();
    }
  }

  OneDnnProgram(Graph graph, Parameters parameters, Execution execution) {
    this(graph, parameters, execution, Arena::allocate);
  }

  /**
   * A program.
   *
   * @param allocation gives a block for so many bytes, see {@link Arena#allocate}
   */
  OneDnnProgram(
      Graph graph, Parameters parameters, Execution execution, LongFunction<INDArray> allocation) {
    this.allocation = allocation;
    this.graph = graph;
    this.parameters = parameters;
    this.statistics = new RunningStatistics(graph, parameters);
    this.execution = execution;
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
    if (gradients == null) {
      gradients = parameters.zerosLike();
    }
    return gradients;
  }

  @Override
  public INDArray forward(INDArray batch, RandomGenerator random) {
    requireOpen();
    graph.requireInput(batch.shape());
    Threads.use(execution.threads());
    Ready ready = training.computeIfAbsent((int) batch.size(0), size -> prepare(size, true));
    ready.buffers.input().assign(batch);
    ready.buffers.forEachNoise(
        (noise, factors) -> DropoutMask.fill(factors, noise, random.nextLong()));
    ready.plan.runForward(queue, told(false));
    statistics.move((int) batch.size(0));
    last = ready;
    return ready.buffers.output();
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
    Threads.use(execution.threads());
    ready.buffers.outputGradient().assign(outputGradient);
    ready.plan.runBackward(queue, told(true));
  }

  @Override
  public INDArray predict(INDArray batch) {
    requireOpen();
    graph.requireInput(batch.shape());
    Threads.use(execution.threads());
    Ready ready = evaluation.computeIfAbsent((int) batch.size(0), size -> prepare(size, false));
    ready.prepare(Fingerprint.of(parameters), queue);
    ready.buffers.input().assign(batch);
    ready.plan.runForward(queue, told(false));
    last = null;
    return ready.buffers.output();
  }

  @Override
  public boolean observe(Consumer<StepTime> told) {
    observer = told;
    return true;
  }

  @Override
  public void watch(@Nullable Watch changed) {
    watch = changed;
  }

  /** What is told of each step: who wants the times, and who the values; nothing if nobody does. */
  private Plan.@Nullable Observer told(boolean isBackward) {
    Watch values = watch;
    Consumer<StepTime> times = observer;
    if (times == null && values == null) {
      return null;
    }
    return (step, nanos) -> {
      if (times != null) {
        times.accept(new StepTime(step.name(), step.implementation(), nanos));
      }
      if (values != null) {
        Watching.tell(step, isBackward, values);
      }
    };
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "this program is closed.%nFix: execution.compile(graph, parameters) makes another"
              .formatted());
    }
  }

  private Ready prepare(int batch, boolean forTraining) {
    Buffers buffers = new Buffers(graph, batch, parameters, this::gradients, statistics);
    try {
      Plan plan =
          forTraining
              ? Plan.training(cpu, buffers, execution.precision())
              : Plan.inference(cpu, buffers, execution.precision());
      return bound(new Ready(plan, buffers));
    } catch (RuntimeException | Error e) {
      buffers.close();
      throw e;
    }
  }

  private Ready bound(Ready ready) {
    try {
      growTo(ready.plan.arenaBytes());
      ready.plan.bind(cpu, Arena.start(arena), allocation);
      return ready;
    } catch (RuntimeException | Error e) {
      ready.plan.close();
      throw e;
    }
  }

  /** Where no larger arena can be had, the plans that are there keep theirs. */
  private void growTo(long bytes) {
    if (bytes <= arenaBytes) {
      return;
    }
    INDArray larger = allocation.apply(bytes);
    training.values().forEach(ready -> ready.plan.move(cpu, Arena.start(larger)));
    evaluation.values().forEach(ready -> ready.plan.move(cpu, Arena.start(larger)));
    arena.close();
    arena = larger;
    arenaBytes = bytes;
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
    if (gradients != null) {
      gradients.close();
    }
    arena.close();
    queue.close();
    cpu.close();
    last = null;
  }

  /** The steps of the training plan for a batch size that came. */
  String describe(int batch) {
    Ready ready = training.get(batch);
    return ready == null ? "" : ready.plan.toString();
  }
}
