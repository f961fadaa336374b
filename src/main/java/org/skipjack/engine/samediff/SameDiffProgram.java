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
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.engine.RunningStatistics;
import org.skipjack.engine.StepTime;
import org.skipjack.engine.Threads;
import org.skipjack.engine.Watch;
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
  private final Map<Integer, Plan> training = new HashMap<>();
  private final Map<Integer, Plan> evaluation = new HashMap<>();
  private final List<INDArray> buffers = new ArrayList<>();
  private @Nullable Lowered forTraining;
  private @Nullable Lowered forEvaluation;
  private @Nullable Plan last;
  private @Nullable Watch watch;
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
    Lowered lowered = forTraining();
    int size = (int) batch.size(0);
    Plan plan = training.computeIfAbsent(size, n -> planTraining(lowered, n));
    plan.get(Lowered.INPUT).assign(batch);
    for (Lowered.Mask mask : lowered.masks) {
      DropoutMask.fill(plan.get(mask.name()), mask.noise(), random.nextLong());
    }
    plan.runFirst(teller(lowered));
    statistics.move(size);
    last = plan;
    return plan.get(lowered.output);
  }

  @Override
  public void backward(INDArray outputGradient) {
    Plan plan = last;
    if (plan == null) {
      throw new IllegalStateException(
          "backward needs a forward pass of its own.%n".formatted()
              + "Fix: forward(batch, random) before each backward(outputGradient)");
    }
    // The plan hands on the buffers of the forward pass as it goes back: once, then they are gone.
    last = null;
    plan.get(Lowered.OUTPUT_GRADIENT).assign(outputGradient);
    Threads.use(threads);
    plan.runRest(teller(forTraining()));
  }

  private Plan.@Nullable Teller teller(Lowered lowered) {
    Watch told = watch;
    return told == null ? null : (variable, values) -> lowered.tell(told, variable, values);
  }

  @Override
  public void watch(@Nullable Watch changed) {
    watch = changed;
  }

  @Override
  public INDArray predict(INDArray batch) {
    requireOpen();
    graph.requireInput(batch.shape());
    Threads.use(threads);
    Lowered lowered = forEvaluation();
    int size = (int) batch.size(0);
    Plan plan = evaluation.computeIfAbsent(size, n -> planEvaluation(lowered, n));
    plan.get(Lowered.INPUT).assign(batch);
    plan.runFirst(teller(lowered));
    last = null;
    return plan.get(lowered.output);
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
  public boolean observe(Consumer<StepTime> observer) {
    return false;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    training.values().forEach(Plan::close);
    evaluation.values().forEach(Plan::close);
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

  private Lowered forTraining() {
    if (forTraining == null) {
      forTraining = new Lowered(graph, true, parameters.type());
    }
    return forTraining;
  }

  private Lowered forEvaluation() {
    if (forEvaluation == null) {
      forEvaluation = new Lowered(graph, false, parameters.type());
    }
    return forEvaluation;
  }

  private Plan planTraining(Lowered lowered, int size) {
    Map<String, INDArray> given = given(size);
    given.put(Lowered.OUTPUT_GRADIENT, buffer(graph.output(), size));
    for (Lowered.Mask mask : lowered.masks) {
      given.put(mask.name(), buffer(mask.noise().factorSizes(mask.node().shape(), size)));
    }
    lowered.statistics.forEach(
        (variable, parameter) -> given.put(variable, statistics.ofBatch(parameter)));
    for (Parameter parameter : parameters.layout()) {
      if (parameter.learned()) {
        given.put(lowered.gradient(parameter), gradients.get(parameter.name()));
      }
    }
    return new Plan(lowered.sameDiff, given, Set.of(lowered.output), lowered.output);
  }

  private Plan planEvaluation(Lowered lowered, int size) {
    return new Plan(lowered.sameDiff, given(size), Set.of(lowered.output), lowered.output);
  }

  private Map<String, INDArray> given(int size) {
    Map<String, INDArray> given = new HashMap<>();
    given.put(Lowered.INPUT, buffer(graph.nodes().get(0), size));
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
