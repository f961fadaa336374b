package org.skipjack.train;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Precision;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Schedule;

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
 * @param seed where weights, order, augmentation and dropout are drawn from
 * @param execution what computes, on how many threads, in which precision
 * @param checkpoints where its state is kept, if it is
 * @param listener what watches
 */
public record Training(
    Net net,
    DataSplit data,
    Recipe recipe,
    Seed seed,
    Execution execution,
    Optional<Checkpoints> checkpoints,
    TrainingListener listener) {

  /** A training that lacks only its data. */
  public static Subject of(Net net) {
    return new Subject(net);
  }

  /** A net that waits for its data. */
  public record Subject(Net net) {
    /** The training of the net on {@code data}, with the default recipe, from seed 1. */
    public Training on(DataSplit data) {
      return new Training(
          net,
          data,
          Recipe.DEFAULT,
          Seed.of(1),
          Execution.best(),
          Optional.empty(),
          TrainingListener.SILENT);
    }
  }

  /** The execution in words and numbers: {@code engine}, {@code threads}, {@code precision}. */
  public Map<String, Object> executionFacts() {
    return execution.toMap();
  }

  /** The same training for another number of epochs. */
  public Training epochs(int epochs) {
    return recipe(recipe.withEpochs(epochs));
  }

  /** The number of epochs, counting one that is cut short. */
  public int epochCount() {
    return TrainingExtent.of(this).epochs();
  }

  /** The same training with another batch size. */
  public Training batchSize(int batchSize) {
    return recipe(recipe.withBatchSize(batchSize));
  }

  /** The same training with another schedule. */
  public Training schedule(Schedule schedule) {
    return recipe(recipe.withSchedule(schedule));
  }

  /** The same training on images that are changed at random. */
  public Training augmentation(Augmentation augmentation) {
    return recipe(recipe.withAugmentation(augmentation));
  }

  /** The same training with another recipe. */
  public Training recipe(Recipe changed) {
    return new Training(net, data, changed, seed, execution, checkpoints, listener);
  }

  /** The same training from another seed. */
  public Training seed(long changed) {
    return new Training(net, data, recipe, Seed.of(changed), execution, checkpoints, listener);
  }

  /** The same training on another engine, with its usual number of threads unless one was set. */
  public Training engine(Engine changed) {
    return execution(execution.engine(changed));
  }

  /** The same training on another number of threads. */
  public Training threads(int changed) {
    return execution(execution.threads(changed));
  }

  /** The same training in another precision. */
  public Training precision(Precision changed) {
    return execution(execution.precision(changed));
  }

  /** The same training, computed otherwise. */
  public Training execution(Execution changed) {
    return new Training(net, data, recipe, seed, changed, checkpoints, listener);
  }

  /** The same training, keeping its state in a folder as {@link Checkpoints#in} says. */
  public Training checkpoints(Path folder) {
    return checkpoints(Checkpoints.in(folder));
  }

  /** The same training, keeping its state. */
  public Training checkpoints(Checkpoints changed) {
    return new Training(net, data, recipe, seed, execution, Optional.of(changed), listener);
  }

  /** The same training with one more listener; those added before are told first. */
  public Training listener(TrainingListener added) {
    TrainingListener all = listener == TrainingListener.SILENT ? added : listener.and(added);
    return new Training(net, data, recipe, seed, execution, checkpoints, all);
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
   * Checks that this machine has the memory of this training, before anything is allocated; {@link
   * #run} does so too.
   *
   * @throws IllegalArgumentException if it has not: the message says how much it takes
   */
  public void requireMemory() {
    int batch = Math.min(recipe.batchSize(), data.training().size());
    execution.requireMemoryToTrain(graph(), batch);
  }

  /**
   * What is asked, in words: two trainings of the same words give the same bits. Reads all images
   * once, for their digests.
   */
  public Map<String, String> asked() {
    return TrainingConfig.of(this);
  }

  /**
   * Tries learning rates from very low to far too high, one an update, to see which suit the net;
   * trains nothing that stays. Under a recipe's schedule, {@link LearningRateSearch#suggestedRate}
   * is a highest rate to begin with.
   */
  public LearningRateSearch findLearningRate() {
    return findLearningRate(LearningRateRange.DEFAULT);
  }

  /** As {@link #findLearningRate()}, with other rates. */
  public LearningRateSearch findLearningRate(LearningRateRange range) {
    return LearningRateSearch.of(this, range);
  }

  /**
   * Times the first batches, to forecast how long the whole will take; trains nothing that stays.
   *
   * @throws IllegalStateException if the thread is interrupted
   */
  public TrainingTimeEstimate probe() {
    return TrainingTimeEstimate.of(this);
  }

  /**
   * Trains from the beginning.
   *
   * <p>An interrupt of the thread stops the training at the next batch; the run then holds the
   * epochs that were completed, and the thread's interrupt status stays set.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the data
   * @throws DivergedException if the loss is no longer a number
   * @throws CheckpointException if its folder holds a training that would be lost
   */
  public Run run() {
    return train(null);
  }

  /**
   * Goes on from the newest checkpoint in the training's folder that can be used, or trains from
   * the beginning if there is none; a training that has ended is not carried out again. The run
   * ends with the same bits as one that was left alone.
   *
   * @throws CheckpointException if the training keeps no checkpoints, or there are some and none of
   *     them can be used: they are damaged, or of another training
   */
  public Run resume() {
    Checkpoints policy = checkpoints.orElseThrow(CheckpointException::nowhere);
    Optional<CheckpointFolder.Found> found =
        new CheckpointFolder(policy.folder()).newest(this, listener::refused);
    found.ifPresent(there -> listener.resumed(there.newest()));
    if (found.isPresent() && found.get().newest().end().isPresent()) {
      return found.get().newest().run(this);
    }
    return train(found.orElse(null));
  }

  private Run train(CheckpointFolder.@Nullable Found from) {
    try (Trainer trainer = new Trainer(this, from)) {
      return trainer.run();
    }
  }
}
