package org.skipjack.engine.samediff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.DropoutMask;
import org.skipjack.engine.OpTime;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.engine.RunningStatistics;
import org.skipjack.engine.TensorListener;
import org.skipjack.engine.Threads;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Parameter;

/** A graph as SameDiff's operations, with a plan for each batch size that came. */
final class SameDiffProgram implements Program {
  private final Graph graph;
  private final Parameters parameters;
  private final Parameters gradients;
  private final RunningStatistics statistics;
  private final int threads;
  private final Map<Integer, SameDiffPlan> training = new HashMap<>();
  private final Map<Integer, SameDiffPlan> evaluation = new HashMap<>();
  private final List<INDArray> buffers = new ArrayList<>();
  private @Nullable SameDiffLowering forTraining;
  private @Nullable SameDiffLowering forEvaluation;
  private @Nullable SameDiffPlan last;
  private @Nullable TensorListener tensorListener;
  private boolean closed;

  SameDiffProgram(Graph graph, Parameters parameters, int threads) {
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
    SameDiffLowering sameDiffLowering = forTraining();
    int size = (int) batch.size(0);
    SameDiffPlan sameDiffPlan =
        training.computeIfAbsent(size, n -> planTraining(sameDiffLowering, n));
    sameDiffPlan.get(SameDiffLowering.INPUT).assign(batch);
    for (SameDiffLowering.Mask mask : sameDiffLowering.masks) {
      DropoutMask.fill(sameDiffPlan.get(mask.name()), mask.noise(), random.nextLong());
    }
    sameDiffPlan.runFirst(teller(sameDiffLowering));
    statistics.move(size);
    last = sameDiffPlan;
    return sameDiffPlan.get(sameDiffLowering.output);
  }

  @Override
  public void backward(INDArray outputGradient) {
    SameDiffPlan sameDiffPlan = last;
    if (sameDiffPlan == null) {
      throw new IllegalStateException(
          "backward needs a forward pass of its own.%n".formatted()
              + "Fix: forward(batch, random) before each backward(outputGradient)");
    }
    // The plan hands on the buffers of the forward pass as it goes back: once, then they are gone.
    last = null;
    sameDiffPlan.get(SameDiffLowering.OUTPUT_GRADIENT).assign(outputGradient);
    Threads.use(threads);
    sameDiffPlan.runRest(teller(forTraining()));
  }

  private SameDiffPlan.@Nullable Teller teller(SameDiffLowering sameDiffLowering) {
    TensorListener told = tensorListener;
    return told == null
        ? null
        : (variable, values) -> sameDiffLowering.tell(told, variable, values);
  }

  @Override
  public void watch(@Nullable TensorListener changed) {
    tensorListener = changed;
  }

  @Override
  public INDArray predict(INDArray batch) {
    requireOpen();
    graph.requireInput(batch.shape());
    Threads.use(threads);
    SameDiffLowering sameDiffLowering = forEvaluation();
    int size = (int) batch.size(0);
    SameDiffPlan sameDiffPlan =
        evaluation.computeIfAbsent(size, n -> planEvaluation(sameDiffLowering, n));
    sameDiffPlan.get(SameDiffLowering.INPUT).assign(batch);
    sameDiffPlan.runFirst(teller(sameDiffLowering));
    last = null;
    return sameDiffPlan.get(sameDiffLowering.output);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "this program is closed.%nFix: execution.compile(graph, parameters) makes another"
              .formatted());
    }
  }

  /** SameDiff's operations are its own. */
  @Override
  public boolean observe(Consumer<OpTime> observer) {
    return false;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    training.values().forEach(SameDiffPlan::close);
    evaluation.values().forEach(SameDiffPlan::close);
    training.clear();
    evaluation.clear();
    buffers.forEach(INDArray::close);
    buffers.clear();
    statistics.close();
    gradients.close();
    forTraining = null;
    forEvaluation = null;
    last = null;
  }

  private SameDiffLowering forTraining() {
    if (forTraining == null) {
      forTraining = new SameDiffLowering(graph, true, parameters.type());
    }
    return forTraining;
  }

  private SameDiffLowering forEvaluation() {
    if (forEvaluation == null) {
      forEvaluation = new SameDiffLowering(graph, false, parameters.type());
    }
    return forEvaluation;
  }

  private SameDiffPlan planTraining(SameDiffLowering sameDiffLowering, int size) {
    Map<String, INDArray> given = given(size);
    given.put(SameDiffLowering.OUTPUT_GRADIENT, buffer(graph.output(), size));
    for (SameDiffLowering.Mask mask : sameDiffLowering.masks) {
      given.put(mask.name(), buffer(mask.noise().factorSizes(mask.node().shape(), size)));
    }
    sameDiffLowering.statistics.forEach(
        (variable, parameter) -> given.put(variable, statistics.ofBatch(parameter)));
    for (Parameter parameter : parameters.layout()) {
      if (parameter.learned()) {
        given.put(sameDiffLowering.gradient(parameter), gradients.get(parameter.name()));
      }
    }
    return new SameDiffPlan(
        sameDiffLowering.sameDiff, given, Set.of(sameDiffLowering.output), sameDiffLowering.output);
  }

  private SameDiffPlan planEvaluation(SameDiffLowering sameDiffLowering, int size) {
    return new SameDiffPlan(
        sameDiffLowering.sameDiff,
        given(size),
        Set.of(sameDiffLowering.output),
        sameDiffLowering.output);
  }

  private Map<String, INDArray> given(int size) {
    Map<String, INDArray> given = new HashMap<>();
    given.put(SameDiffLowering.INPUT, buffer(graph.nodes().get(0), size));
    for (Parameter parameter : parameters.layout()) {
      given.put(parameter.name(), parameters.get(parameter.name()));
    }
    return given;
  }

  /** An array of the program's own in the shape of a node's output. */
  private INDArray buffer(Node node, int size) {
    return buffer(node.shape().withBatch(size));
  }

  private INDArray buffer(long... sizes) {
    INDArray buffer = Nd4j.zeros(parameters.type(), sizes);
    buffers.add(buffer);
    return buffer;
  }
}
