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
import org.skipjack.engine.OpTime;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.engine.RunningStatistics;
import org.skipjack.engine.TensorListener;
import org.skipjack.engine.Threads;
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
  private final Map<Integer, BoundPlan> training = new HashMap<>();
  private final Map<Integer, BoundPlan> evaluation = new HashMap<>();
  private final LongFunction<INDArray> allocation;
  private INDArray arena = Arena.allocate(0);
  private long arenaBytes;
  private @Nullable Parameters gradients;
  private @Nullable BoundPlan last;
  private @Nullable Consumer<OpTime> observer;
  private @Nullable TensorListener tensorListener;
  private boolean closed;

  /** A plan with the arrays through which it meets the outside. */
  private static final class BoundPlan {
    final OneDnnPlan oneDnnPlan;
    final Buffers buffers;
    @Nullable Long prepared;

    BoundPlan(OneDnnPlan oneDnnPlan, Buffers buffers) {
      this.oneDnnPlan = oneDnnPlan;
      this.buffers = buffers;
    }

    /** Has the plan arrange the parameters, unless it has these values already. */
    void prepare(long fingerprint, stream queue) {
      if (prepared == null || prepared != fingerprint) {
        oneDnnPlan.prepare(queue);
        prepared = fingerprint;
      }
    }

    void close() {
      oneDnnPlan.close();
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
    BoundPlan boundPlan =
        training.computeIfAbsent((int) batch.size(0), size -> prepare(size, true));
    boundPlan.buffers.input().assign(batch);
    boundPlan.buffers.forEachNoise(
        (noise, factors) -> DropoutMask.fill(factors, noise, random.nextLong()));
    boundPlan.oneDnnPlan.runForward(queue, told(false));
    statistics.move((int) batch.size(0));
    last = boundPlan;
    return boundPlan.buffers.output();
  }

  @Override
  public void backward(INDArray outputGradient) {
    BoundPlan boundPlan = last;
    if (boundPlan == null) {
      throw new IllegalStateException(
          "backward needs a forward pass of its own.%n".formatted()
              + "Fix: forward(batch, random) before each backward(outputGradient)");
    }
    last = null;
    Threads.use(execution.threads());
    boundPlan.buffers.outputGradient().assign(outputGradient);
    boundPlan.oneDnnPlan.runBackward(queue, told(true));
  }

  @Override
  public INDArray predict(INDArray batch) {
    requireOpen();
    graph.requireInput(batch.shape());
    Threads.use(execution.threads());
    BoundPlan boundPlan =
        evaluation.computeIfAbsent((int) batch.size(0), size -> prepare(size, false));
    boundPlan.prepare(Fingerprint.of(parameters), queue);
    boundPlan.buffers.input().assign(batch);
    boundPlan.oneDnnPlan.runForward(queue, told(false));
    last = null;
    return boundPlan.buffers.output();
  }

  @Override
  public boolean observe(Consumer<OpTime> told) {
    observer = told;
    return true;
  }

  @Override
  public void watch(@Nullable TensorListener changed) {
    tensorListener = changed;
  }

  /** Listeners for step times and tensor values; absent if there are none. */
  private OneDnnPlan.@Nullable Observer told(boolean isBackward) {
    TensorListener values = tensorListener;
    Consumer<OpTime> times = observer;
    if (times == null && values == null) {
      return null;
    }
    return (step, nanos) -> {
      if (times != null) {
        times.accept(new OpTime(step.name(), step.implementation(), nanos));
      }
      if (values != null) {
        TensorNotifier.tell(step, isBackward, values);
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

  private BoundPlan prepare(int batch, boolean forTraining) {
    Buffers buffers = new Buffers(graph, batch, parameters, this::gradients, statistics);
    try {
      OneDnnPlan oneDnnPlan =
          forTraining
              ? OneDnnPlan.training(cpu, buffers, execution.precision())
              : OneDnnPlan.inference(cpu, buffers, execution.precision());
      return bound(new BoundPlan(oneDnnPlan, buffers));
    } catch (RuntimeException | Error e) {
      buffers.close();
      throw e;
    }
  }

  private BoundPlan bound(BoundPlan boundPlan) {
    try {
      growTo(boundPlan.oneDnnPlan.arenaBytes());
      boundPlan.oneDnnPlan.bind(cpu, Arena.start(arena), allocation);
      return boundPlan;
    } catch (RuntimeException | Error e) {
      boundPlan.oneDnnPlan.close();
      throw e;
    }
  }

  /** Where no larger arena can be had, the plans that are there keep theirs. */
  private void growTo(long bytes) {
    if (bytes <= arenaBytes) {
      return;
    }
    INDArray larger = allocation.apply(bytes);
    training.values().forEach(boundPlan -> boundPlan.oneDnnPlan.move(cpu, Arena.start(larger)));
    evaluation.values().forEach(boundPlan -> boundPlan.oneDnnPlan.move(cpu, Arena.start(larger)));
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
    training.values().forEach(BoundPlan::close);
    evaluation.values().forEach(BoundPlan::close);
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
    BoundPlan boundPlan = training.get(batch);
    return boundPlan == null ? "" : boundPlan.oneDnnPlan.toString();
  }
}
