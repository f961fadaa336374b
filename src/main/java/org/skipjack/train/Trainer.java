package org.skipjack.train;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.data.Batch;
import org.skipjack.data.Batches;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.Feed;
import org.skipjack.data.PixelMean;
import org.skipjack.data.Seed;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;

/**
 * Carries out one training. Once it is closed no thread of its own is left, and of its native
 * memory nothing but the parameters of the run that it gave.
 */
final class Trainer implements AutoCloseable {
  private final Training training;
  private final Graph graph;
  private final PixelMean mean;
  private final Batches trainingBatches;
  private final Batches testBatches;
  private final Program program;
  private final Updates updates;
  private final CrossEntropy loss;
  private final RandomGenerator dropout;
  private final Held held = new Held();
  private final long startNanos = System.nanoTime();
  private final LowestError lowestError = new LowestError();
  private long iteration;
  private boolean handedOver;

  Trainer(Training training) {
    this.training = training;
    graph = training.graph();
    mean = PixelMean.of(training.data().training());
    dropout = training.seed().split("dropout").random();
    try {
      trainingBatches = batches(training.data().training());
      testBatches = batches(training.data().test());
      loss = new CrossEntropy(training.recipe().batchSize(), training.data().classes());
      held.add(loss::close);
      program = program();
      updates = new Updates(training.recipe(), program.parameters(), program.gradients());
      held.add(updates::close);
    } catch (RuntimeException | Error e) {
      held.close();
      throw e;
    }
  }

  private Batches batches(Dataset images) {
    Batches batches = new Batches(images, mean, training.recipe().batchSize());
    held.add(batches::close);
    return batches;
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

  Run run() {
    History history = History.empty();
    for (int epoch = 1; epoch <= training.epochCount(); epoch++) {
      long start = System.nanoTime();
      Meter meter = new Meter(epoch, start);
      boolean whole = train(meter) && test(meter);
      if (!whole) {
        return run(history, false);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      History.Epoch result = meter.result(seconds);
      history = history.with(result);
      training.listener().epochEnded(training, result);
    }
    return run(history, true);
  }

  private Run run(History history, boolean complete) {
    updates.swap();
    TrainedNet model =
        new TrainedNet(
            training.net(),
            graph,
            program.parameters(),
            mean,
            training.data().training().classNames(),
            training.execution());
    handedOver = true;
    return new Run(training, history, model, complete);
  }

  /** One pass over the training set; false if an interrupt ended it. */
  private boolean train(Meter meter) {
    try (Feed feed = augmented(meter.epoch)) {
      while (feed.hasNext() && iteration < iterations()) {
        Batch batch = next(feed, meter);
        if (Thread.currentThread().isInterrupted()) {
          return false;
        }
        meter.learningRate = learningRate();
        INDArray logits = program.forward(batch.images(), dropout);
        measure(logits, batch, meter.training, meter, training.recipe().extras().labelSmoothing());
        lowestError.add(loss.errors(), batch.size());
        update(meter);
        training.listener().stepped(meter.progress());
      }
    }
    return true;
  }

  private double learningRate() {
    return training.recipe().schedule().learningRate(iteration, iterations(), lowestError.value());
  }

  private Feed augmented(int epoch) {
    Seed order = training.seed().split("order").split(epoch);
    Seed draws = training.seed().split("augmentation").split(epoch);
    return trainingBatches.augmented(order, training.recipe().augmentation(), draws);
  }

  private static Batch next(Feed feed, Meter meter) {
    long start = System.nanoTime();
    Batch batch = feed.next();
    meter.waiting += System.nanoTime() - start;
    return batch;
  }

  /** Loss and errors of a batch, added to {@code sums}. */
  private void measure(
      INDArray logits, Batch batch, Sums sums, Meter meter, double labelSmoothing) {
    long start = System.nanoTime();
    loss.measure(logits, batch.labels(), labelSmoothing);
    if (!Double.isFinite(loss.lossSum())) {
      throw new DivergedException(meter.epoch, iteration, meter.learningRate);
    }
    sums.add(loss, batch.size());
    meter.loss += System.nanoTime() - start;
  }

  private void update(Meter meter) {
    long start = System.nanoTime();
    INDArray gradient = loss.gradient();
    meter.loss += System.nanoTime() - start;
    program.backward(gradient);
    start = System.nanoTime();
    updates.update(meter.learningRate);
    meter.update += System.nanoTime() - start;
    iteration++;
  }

  /** One pass over the test set; false if an interrupt ended it. */
  private boolean test(Meter meter) {
    updates.swap();
    try (Feed feed = testBatches.inOrder()) {
      while (feed.hasNext()) {
        Batch batch = next(feed, meter);
        if (Thread.currentThread().isInterrupted()) {
          return false;
        }
        measure(program.predict(batch.images()), batch, meter.test, meter, 0);
        training.listener().stepped(meter.progress());
      }
    } finally {
      updates.swap();
    }
    return true;
  }

  private long iterations() {
    return training.recipe().length().iterations(trainingBatches.count());
  }

  @Override
  public void close() {
    held.close();
  }

  /** Sums over images. */
  private static final class Sums {
    private double loss;
    private long errors;
    private long images;

    void add(CrossEntropy batch, int size) {
      loss += batch.lossSum();
      errors += batch.errors();
      images += size;
    }

    double meanLoss() {
      return loss / images;
    }

    double error() {
      return images == 0 ? 0 : (double) errors / images;
    }
  }

  /** What one epoch has come to. */
  private final class Meter {
    private final int epoch;
    private final long start;
    private final Sums training = new Sums();
    private final Sums test = new Sums();
    private double learningRate;
    private long waiting;
    private long loss;
    private long update;

    Meter(int epoch, long start) {
      this.epoch = epoch;
      this.start = start;
    }

    History.Epoch result(double seconds) {
      return new History.Epoch(
          epoch,
          learningRate,
          training.meanLoss(),
          training.error(),
          test.meanLoss(),
          test.error(),
          seconds,
          new History.Phases(waiting / 1e9, loss / 1e9, update / 1e9));
    }

    /** All of them, or those of an epoch that is cut short. */
    private long imagesToTrain() {
      long before = (epoch - 1L) * trainingBatches.count();
      long images = (iterations() - before) * Trainer.this.training.recipe().batchSize();
      return Math.min(images, Trainer.this.training.data().training().size());
    }

    TrainingListener.Progress progress() {
      int epochs = Trainer.this.training.epochCount();
      DataSplit data = Trainer.this.training.data();
      // A test image costs about a third of a training image: one pass forward against three.
      double done =
          (3.0 * training.images + test.images) / (3.0 * imagesToTrain() + data.test().size());
      double elapsed = (System.nanoTime() - startNanos) / 1e9;
      double share = (epoch - 1 + done) / epochs;
      double rate = training.images / ((System.nanoTime() - start) / 1e9);
      return new TrainingListener.Progress(
          epoch, epochs, done, training.error(), rate, elapsed * (1 - share) / share);
    }
  }
}
