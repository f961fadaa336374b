package org.skipjack.train;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.data.DataSplit;
import org.skipjack.data.PixelMean;
import org.skipjack.data.RandomSource;
import org.skipjack.data.Seed;
import org.skipjack.data.SplitPart;
import org.skipjack.data.augmentation.Transforms;
import org.skipjack.data.batch.Batch;
import org.skipjack.data.batch.Batches;
import org.skipjack.data.batch.Feed;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;
import org.skipjack.train.health.DeadReluDetector;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.health.LowestError;
import org.skipjack.train.health.NonFiniteCheck;
import org.skipjack.train.health.NonFiniteDiagnosis;
import org.skipjack.train.health.StepContext;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.state.StateTransfer;

/**
 * A net in training, with its program, loss and optimizer. Closing it frees its native memory,
 * except the parameters of a net that it handed over.
 */
final class Learner implements AutoCloseable {
  private final Training training;
  private final Graph graph;
  private final PixelMean mean;
  private final Batches batches;
  private final Program program;
  private final UpdateStep updateStep;
  private final CrossEntropy loss;
  private final NonFiniteCheck weights;
  private final NonFiniteCheck statistics;
  private RandomSource dropout;
  private final LowestError lowestError = new LowestError();
  private final CloseableStack closeableStack = new CloseableStack();
  private boolean handedOver;

  /** A net with its initial weights. */
  Learner(Training training, PixelMean mean) {
    this.training = training;
    this.mean = mean;
    graph = training.graph();
    training.requireMemory();
    dropout = training.seed().split("dropout").random();
    try {
      batches = batches(training.data().training());
      loss = new CrossEntropy(largestBatch(), training.data().classes());
      closeableStack.add(loss::close);
      program = program();
      updateStep = new UpdateStep(training.recipe(), program.parameters(), program.gradients());
      closeableStack.add(updateStep::close);
      weights = new NonFiniteCheck(program.parameters().learned());
      closeableStack.add(weights::close);
      statistics = new NonFiniteCheck(program.parameters().statistics());
      closeableStack.add(statistics::close);
    } catch (RuntimeException | Error e) {
      closeableStack.close();
      throw e;
    }
  }

  /** No batch has more images than the largest set, whatever was asked for. */
  private int largestBatch() {
    DataSplit data = training.data();
    int images =
        Math.max(
            Math.max(data.training().size(), data.test().size()),
            data.validation().map(set -> set.size()).orElse(0));
    return Math.min(training.recipe().batchSize(), images);
  }

  private Program program() {
    Parameters parameters = beginning();
    closeableStack.add(() -> closeUnlessHandedOver(parameters));
    Program compiled = training.execution().compile(graph, parameters);
    closeableStack.add(compiled::close);
    return compiled;
  }

  /** What a checkpoint is loaded into needs no beginning of its own. */
  private Parameters beginning() {
    return training
        .start()
        .filter(start -> start.model().isPresent())
        .map(start -> start.parameters(graph))
        .orElseGet(() -> ParameterInitializer.draw(graph, training.seed().split("weights")));
  }

  private void closeUnlessHandedOver(Parameters parameters) {
    if (!handedOver) {
      parameters.close();
    }
  }

  /** The batches of a part of the data; the learner closes them. */
  Batches batches(SplitPart part) {
    Batches made = new Batches(part.images(), mean, training.recipe().batchSize());
    closeableStack.add(made::close);
    return made;
  }

  /**
   * The training batches of an epoch, in its order and with its augmentation.
   *
   * @param from the number of batches that were taken before
   */
  Feed epoch(int epoch, int from) {
    Seed order = training.seed().split("order").split(epoch);
    Seed draws = training.seed().split("augmentation").split(epoch);
    Recipe recipe = training.recipe();
    Transforms transforms = new Transforms(recipe.augmentation(), recipe.extras().mixup(), draws);
    return batches.changed(order, transforms, from);
  }

  /**
   * Makes one update from a batch.
   *
   * @throws DivergedException if the loss, a gradient, a running statistic or a weight is not
   *     finite
   */
  void learn(Batch batch, StepContext stepContext, Stopwatch watch) {
    Seed before = dropout.rest();
    INDArray logits = program.forward(batch.images(), dropout);
    long start = System.nanoTime();
    measure(logits, batch);
    lowestError.add(loss.errors(), batch.size());
    INDArray gradient = loss.gradient();
    watch.loss += System.nanoTime() - start;
    program.backward(gradient);
    start = System.nanoTime();
    double norm = updateStep.measure();
    if (!(Double.isFinite(loss.lossSum()) && Double.isFinite(norm) && statistics.holds())) {
      throw new DivergedException(stepContext, diagnose(batch, before));
    }
    updateStep.update(stepContext.learningRate());
    if (!weights.holds()) {
      throw new DivergedException(
          stepContext, NonFiniteDiagnosis.ofParameters(program.parameters()));
    }
    watch.update += System.nanoTime() - start;
  }

  /**
   * Makes one update and returns the relus that output zero for all images of the batch; slower.
   *
   * @throws DivergedException see {@link #learn}
   */
  List<String> learnAndLook(Batch batch, StepContext stepContext, Stopwatch watch) {
    DeadReluDetector look = new DeadReluDetector(graph);
    program.watch(look);
    try {
      learn(batch, stepContext, watch);
    } finally {
      program.watch(null);
    }
    return look.dead();
  }

  private void measure(INDArray logits, Batch batch) {
    loss.measure(
        logits, batch.labels(), training.recipe().extras().labelSmoothing(), batch.share());
  }

  private Optional<NonFiniteDiagnosis.Culprit> diagnose(Batch batch, Seed before) {
    return NonFiniteDiagnosis.ofStep(
        program,
        batch.images(),
        before.random(),
        logits -> {
          measure(logits, batch);
          return loss.gradient();
        });
  }

  /**
   * Evaluates a batch, between two calls of {@link #evaluation}.
   *
   * @throws DivergedException if the loss is not a number
   */
  void evaluate(Batch batch, StepContext stepContext, Stopwatch watch) {
    INDArray logits = program.predict(batch.images());
    long start = System.nanoTime();
    loss.measure(logits, batch.labels());
    if (!Double.isFinite(loss.lossSum())) {
      throw new DivergedException(
          stepContext, NonFiniteDiagnosis.ofPrediction(program, batch.images()));
    }
    watch.loss += System.nanoTime() - start;
  }

  /** Puts the weights that are evaluated in place of those that are trained, and back again. */
  void evaluation() {
    updateStep.swap();
  }

  /** Loss and errors of the last batch. */
  CrossEntropy loss() {
    return loss;
  }

  /** See {@link UpdateStep#gradientNorm}. */
  double gradientNorm() {
    return updateStep.gradientNorm();
  }

  /** The norm of all weights after the last update. */
  double weightNorm() {
    return weights.norm();
  }

  /** See {@link LowestError}. */
  double lowestError() {
    return lowestError.value();
  }

  /** Saves or loads everything that later updates depend on; not during {@link #evaluation}. */
  void state(StateTransfer transfer) {
    StateTransfer weights = transfer.in("weights");
    for (Parameter parameter : program.parameters().layout()) {
      weights.array(parameter.name(), program.parameters().get(parameter.name()));
    }
    updateStep.state(transfer);
    lowestError.state(transfer.in("lowestError"));
    dropout = Seed.of(transfer.integer("dropout", dropout.rest().value())).random();
  }

  /** What is subtracted from each image. */
  PixelMean mean() {
    return mean;
  }

  /** The trained net; the learner makes no further updates. */
  TrainedNet handOver() {
    updateStep.swap();
    handedOver = true;
    return new TrainedNet(
        training.net(),
        graph,
        program.parameters(),
        mean,
        training.data().classNames(),
        training.execution());
  }

  @Override
  public void close() {
    closeableStack.close();
  }
}
