package org.skipjack.train;

import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Engines;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

/**
 * What is to be trained, on what, and how; a value that {@link #run} carries out.
 *
 * <pre>{@code
 * Run run = Training.of(resnet(20)).on(shapes()).epochs(8).seed(1).run();
 * }</pre>
 *
 * @param net what is trained
 * @param data what it is trained and tested on
 * @param recipe how
 * @param seed where weights, order and dropout are drawn from
 * @param engine what computes
 * @param threads processors that one computation may use; positive
 * @param listener what watches
 */
public record Training(
    Net net,
    DataSplit data,
    Recipe recipe,
    Seed seed,
    Engine engine,
    int threads,
    TrainingListener listener) {

  /** Checks the number of threads. */
  public Training {
    if (threads <= 0) {
      throw new IllegalArgumentException(
          "threads is %d, expected 1 or more.%nFix: leave it out, and the machine decides"
              .formatted(threads));
    }
  }

  /** A training that lacks only its data. */
  public static Subject of(Net net) {
    return new Subject(net);
  }

  /** A net that waits for its data. */
  public record Subject(Net net) {
    /** The training of the net on {@code data}, with the default recipe, from seed 1. */
    public Training on(DataSplit data) {
      Engine engine = Engines.best();
      return new Training(
          net,
          data,
          Recipe.DEFAULT,
          Seed.of(1),
          engine,
          engine.usualThreads(),
          TrainingListener.SILENT);
    }
  }

  /** The name of what computes, such as {@code onednn}. */
  public String engineName() {
    return engine.name();
  }

  /** The same training for another number of epochs. */
  public Training epochs(int epochs) {
    return recipe(recipe.withEpochs(epochs));
  }

  /** The same training with another batch size. */
  public Training batchSize(int batchSize) {
    return recipe(recipe.withBatchSize(batchSize));
  }

  /** The same training with another schedule. */
  public Training schedule(Schedule schedule) {
    return recipe(recipe.withSchedule(schedule));
  }

  /** The same training with another recipe. */
  public Training recipe(Recipe changed) {
    return new Training(net, data, changed, seed, engine, threads, listener);
  }

  /** The same training from another seed. */
  public Training seed(long changed) {
    return new Training(net, data, recipe, Seed.of(changed), engine, threads, listener);
  }

  /** The same training on another engine, with its usual number of threads. */
  public Training engine(Engine changed) {
    return new Training(net, data, recipe, seed, changed, changed.usualThreads(), listener);
  }

  /** The same training on another number of threads. */
  public Training threads(int changed) {
    return new Training(net, data, recipe, seed, engine, changed, listener);
  }

  /** The same training, watched. */
  public Training listener(TrainingListener changed) {
    return new Training(net, data, recipe, seed, engine, threads, changed);
  }

  /**
   * What the net means for this data.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the data
   */
  public Graph graph() {
    Graph graph = Graph.of(net, Shape.image(data.channels(), data.height(), data.width()));
    graph.requireClasses(data.classes(), data.name());
    return graph;
  }

  /**
   * Trains.
   *
   * <p>An interrupt of the thread stops the training at the next batch; the run then holds the
   * epochs that were completed, and the thread's interrupt status stays set.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the data
   * @throws DivergedException if the loss is no longer a number
   */
  public Run run() {
    try (Trainer trainer = new Trainer(this)) {
      return trainer.run();
    }
  }
}
