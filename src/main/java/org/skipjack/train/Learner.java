package org.skipjack.train;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.data.Batch;
import org.skipjack.data.Batches;
import org.skipjack.data.Changes;
import org.skipjack.data.Feed;
import org.skipjack.data.PixelMean;
import org.skipjack.data.RandomSource;
import org.skipjack.data.Seed;
import org.skipjack.data.SplitPart;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;

/**
 * A net that learns batch by batch, with all that an update needs. Once it is closed, nothing is
 * left of its native memory but the parameters of a net that it handed over.
 */
final class Learner implements AutoCloseable {
  private final Training training;
  private final Graph graph;
  private final PixelMean mean;
  private final Batches batches;
  private final Program program;
  private final Updates updates;
  private final CrossEntropy loss;
  private final Finite weights;
  private final Finite statistics;
  private RandomSource dropout;
  private final LowestError lowestError = new LowestError();
  private final Held held = new Held();
  private boolean handedOver;

  /** A net with its first weights. */
  Learner(Training training, PixelMean mean) {
    this.training = training;
    this.mean = mean;
    graph = training.graph();
    training.requireMemory();
    dropout = training.seed().split("dropout").random();
    try {
      batches = batches(training.data().training());
      loss = new CrossEntropy(training.recipe().batchSize(), training.data().classes());
      held.add(loss::close);
      program = program();
      updates = new Updates(training.recipe(), program.parameters(), program.gradients());
      held.add(updates::close);
      weights = new Finite(program.parameters().learned());
      held.add(weights::close);
      statistics = new Finite(program.parameters().statistics());
      held.add(statistics::close);
    } catch (RuntimeException | Error e) {
      held.close();
      throw e;
    }
  }

  private Program program() {
    Parameters parameters = Initialiser.draw(graph, training.seed().split("weights"));
    held.add(() -> closeUnlessHandedOver(parameters));
    Program compiled = training.execution().compile(graph, parameters);
    held.add(compiled::close);
    return compiled;
  }

  private void closeUnlessHandedOver(Parameters parameters) {
    if (!handedOver) {
      parameters.close();
    }
  }

  /** Batches of some images, which the learner closes. */
  Batches batches(SplitPart part) {
    Batches made = new Batches(part.images(), mean, training.recipe().batchSize());
    held.add(made::close);
    return made;
  }

  /**
   * The training images of an epoch, in its order and with its changes.
   *
   * @param from the number of batches that were taken before
   */
  Feed epoch(int epoch, int from) {
    Seed order = training.seed().split("order").split(epoch);
    Seed draws = training.seed().split("augmentation").split(epoch);
    Recipe recipe = training.recipe();
    Changes changes = new Changes(recipe.augmentation(), recipe.extras().mixup(), draws);
    return batches.changed(order, changes, from);
  }

  /**
   * Learns from a batch: one update.
   *
   * @throws DivergedException if the loss, a gradient, a running statistic or a weight is not
   *     finite
   */
  void learn(Batch batch, Moment moment, Stopwatch watch) {
    Seed before = dropout.rest();
    INDArray logits = program.forward(batch.images(), dropout);
    long start = System.nanoTime();
    measure(logits, batch);
    lowestError.add(loss.errors(), batch.size());
    INDArray gradient = loss.gradient();
    watch.loss += System.nanoTime() - start;
    program.backward(gradient);
    start = System.nanoTime();
    double norm = updates.measure();
    if (!(Double.isFinite(loss.lossSum()) && Double.isFinite(norm) && statistics.holds())) {
      throw new DivergedException(moment, diagnose(batch, before));
    }
    updates.update(moment.learningRate());
    if (!weights.holds()) {
      throw new DivergedException(moment, Diagnosis.ofParameters(program.parameters()));
    }
    watch.update += System.nanoTime() - start;
  }

  /**
   * Learns from a batch, and says which relus gave zero for all of its images; slower.
   *
   * @throws DivergedException see {@link #learn}
   */
  List<String> learnAndLook(Batch batch, Moment moment, Stopwatch watch) {
    ReluLook look = new ReluLook(graph);
    program.watch(look);
    try {
      learn(batch, moment, watch);
    } finally {
      program.watch(null);
    }
    return look.dead();
  }

  private void measure(INDArray logits, Batch batch) {
    loss.measure(
        logits, batch.labels(), training.recipe().extras().labelSmoothing(), batch.share());
  }

  private Optional<Diagnosis.Culprit> diagnose(Batch batch, Seed before) {
    return Diagnosis.ofStep(
        program,
        batch.images(),
        before.random(),
        logits -> {
          measure(logits, batch);
          return loss.gradient();
        });
  }

  /**
   * Measures a batch, between {@link #evaluation} twice.
   *
   * @throws DivergedException if the loss is not a number
   */
  void evaluate(Batch batch, Moment moment, Stopwatch watch) {
    INDArray logits = program.predict(batch.images());
    long start = System.nanoTime();
    loss.measure(logits, batch.labels());
    if (!Double.isFinite(loss.lossSum())) {
      throw new DivergedException(moment, Diagnosis.ofPrediction(program, batch.images()));
    }
    watch.loss += System.nanoTime() - start;
  }

  /** Puts the weights that are evaluated in place of those that are trained, and back again. */
  void evaluation() {
    updates.swap();
  }

  /** Loss and errors of the last batch. */
  CrossEntropy loss() {
    return loss;
  }

  /** See {@link Updates#gradientNorm}. */
  double gradientNorm() {
    return updates.gradientNorm();
  }

  /** The norm of all weights after the last update. */
  double weightNorm() {
    return weights.norm();
  }

  /** See {@link LowestError}. */
  double lowestError() {
    return lowestError.value();
  }

  /** All that the next updates depend on; not to be moved while {@link #evaluation} is on. */
  void state(StateTransfer transfer) {
    StateTransfer weights = transfer.in("weights");
    for (Parameter parameter : program.parameters().layout()) {
      weights.array(parameter.name(), program.parameters().get(parameter.name()));
    }
    updates.state(transfer);
    lowestError.state(transfer.in("lowestError"));
    dropout = Seed.of(transfer.integer("dropout", dropout.rest().value())).random();
  }

  /** What is subtracted from each image. */
  PixelMean mean() {
    return mean;
  }

  /** The net as it is evaluated; the learner learns no more. */
  TrainedNet handOver() {
    updates.swap();
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
    held.close();
  }
}
