package org.skipjack.train;

import java.util.random.RandomGenerator;
import org.skipjack.data.Batch;
import org.skipjack.data.Batches;
import org.skipjack.data.DataSplit;
import org.skipjack.data.PixelMean;
import org.skipjack.data.Seed;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;

/** Carries out one training; holds its program and its optimiser's arrays. */
final class Trainer implements AutoCloseable {
  private final Training training;
  private final Graph graph;
  private final PixelMean mean;
  private final Batches trainingBatches;
  private final Batches testBatches;
  private final Program program;
  private final Sgd.Updater updater;
  private final RandomGenerator dropout;
  private final long startNanos = System.nanoTime();
  private long iteration;

  Trainer(Training training) {
    this.training = training;
    DataSplit data = training.data();
    Recipe recipe = training.recipe();
    graph = training.graph();
    mean = PixelMean.of(data.training());
    trainingBatches = new Batches(data.training(), mean, recipe.batchSize());
    testBatches = new Batches(data.test(), mean, recipe.batchSize());
    Seed seed = training.seed();
    Parameters parameters = Initialiser.draw(graph, seed.split("weights"));
    program = training.execution().compile(graph, parameters);
    updater = recipe.optimiser().updater(parameters);
    dropout = seed.split("dropout").random();
  }

  Run run() {
    History history = History.empty();
    for (int epoch = 1; epoch <= training.recipe().epochs(); epoch++) {
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
    TrainedNet model =
        new TrainedNet(
            training.net(),
            graph,
            program.parameters(),
            mean,
            training.data().training().classNames(),
            training.execution());
    return new Run(training, history, model, complete);
  }

  /** One pass over the training set; false if an interrupt ended it. */
  private boolean train(Meter meter) {
    Seed order = training.seed().split("order").split(meter.epoch);
    for (Batch batch : trainingBatches.shuffled(order)) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      CrossEntropy loss = CrossEntropy.of(program.forward(batch.images(), dropout), batch.labels());
      meter.learningRate = training.recipe().schedule().learningRate(iteration, iterations());
      requireFinite(loss, meter);
      program.backward(loss.gradientArray());
      updater.update(program.gradients().learned(), meter.learningRate);
      iteration++;
      meter.training.add(loss, batch.size());
      training.listener().stepped(meter.progress());
    }
    return true;
  }

  /** One pass over the test set; false if an interrupt ended it. */
  private boolean test(Meter meter) {
    for (Batch batch : testBatches.inOrder()) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      CrossEntropy loss = CrossEntropy.of(program.predict(batch.images()), batch.labels());
      requireFinite(loss, meter);
      meter.test.add(loss, batch.size());
      training.listener().stepped(meter.progress());
    }
    return true;
  }

  private void requireFinite(CrossEntropy loss, Meter meter) {
    if (!Double.isFinite(loss.lossSum())) {
      throw new DivergedException(meter.epoch, iteration, meter.learningRate);
    }
  }

  private long iterations() {
    return (long) training.recipe().epochs() * trainingBatches.count();
  }

  @Override
  public void close() {
    program.close();
    updater.close();
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
          seconds);
    }

    TrainingListener.Progress progress() {
      int epochs = Trainer.this.training.recipe().epochs();
      DataSplit data = Trainer.this.training.data();
      // A test image costs about a third of a training image: one pass forward against three.
      double done =
          (3.0 * training.images + test.images)
              / (3.0 * data.training().size() + data.test().size());
      double elapsed = (System.nanoTime() - startNanos) / 1e9;
      double share = (epoch - 1 + done) / epochs;
      double rate = training.images / ((System.nanoTime() - start) / 1e9);
      return new TrainingListener.Progress(
          epoch, epochs, done, training.error(), rate, elapsed * (1 - share) / share);
    }
  }
}
