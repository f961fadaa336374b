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
import org.skipjack.engine.ExecutionChoice;
import org.skipjack.engine.Precision;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.RecipeChange;
import org.skipjack.train.recipe.RecipeChoice;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;
import org.skipjack.train.recipe.TrainingLength;

/**
 * The description of a training: net, data, recipe, seed. An immutable value; {@link #run} trains.
 *
 * <p>The words may come in any order: {@link #recipe} and {@link #execution} are a base, on which
 * stays what was set by a word of its own. The last of the same word counts; a listener is added.
 *
 * <pre>{@code
 * Run run = Training.of(resnet(20)).on(shapes()).epochs(8).seed(1).run();
 * }</pre>
 *
 * @param net what is trained
 * @param data what it is trained and tested on
 * @param recipeChoice how: see {@link #recipe()}
 * @param seed where weights, order, augmentation and dropout are drawn from
 * @param executionChoice what computes, on how many threads, in which precision: see {@link
 *     #execution()}
 * @param checkpoints where its state is kept, if it is
 * @param listener what watches
 * @param start what it starts from, in place of values drawn from the seed
 */
public record Training(
    Net net,
    DataSplit data,
    RecipeChoice recipeChoice,
    Seed seed,
    ExecutionChoice executionChoice,
    Optional<Checkpoints> checkpoints,
    TrainingListener listener,
    Optional<StartingPoint> start) {

  /** Checks that what is done to the images leaves something of them. */
  public Training {
    recipeChoice.recipe().augmentation().requireFits(data.height(), data.width());
  }

  /** A training that lacks only its data. */
  public static Subject of(Net net) {
    return new Subject(net, Optional.empty());
  }

  /**
   * A net that waits for its data.
   *
   * @param start what it starts from, if not from values that are drawn
   */
  public record Subject(Net net, Optional<StartingPoint> start) {
    /** The net as it was learned, to be trained on: see {@link Training#from(TrainedNet)}. */
    public Subject from(TrainedNet model) {
      return new Subject(net, Optional.of(StartingPoint.of(model)));
    }

    /** As {@link #from(TrainedNet)}, with what a run learned. */
    public Subject from(Run run) {
      return from(run.model());
    }

    /** As {@link #from(TrainedNet)}, with a checkpoint, or the newest in a folder. */
    public Subject from(Path checkpoint) {
      return from(Checkpoint.newest(checkpoint).model());
    }

    /**
     * The training of the net on {@code data}, with the default recipe, from seed 1. A family's net
     * gets as many classes as the data has: {@link Net#fitted}.
     */
    public Training on(DataSplit data) {
      return new Training(
          net.fitted(data.classes()),
          data,
          RecipeChoice.of(Recipe.DEFAULT),
          Seed.of(1),
          ExecutionChoice.BEST.on(Execution.best()),
          Optional.empty(),
          TrainingListener.SILENT,
          start);
    }
  }

  /** How the net is trained: the recipe, with what was set by words of their own. */
  public Recipe recipe() {
    return recipeChoice.recipe();
  }

  /** What computes, on how many threads, in which precision. */
  public Execution execution() {
    return executionChoice.execution();
  }

  /** The execution in words and numbers: {@code engine}, {@code threads}, {@code precision}. */
  public Map<String, Object> executionFacts() {
    return execution().toMap();
  }

  /** The number of epochs, counting one that is cut short. */
  public int epochCount() {
    return TrainingExtent.of(this).epochs();
  }

  /** The same training for another number of epochs, instead of iterations. */
  public Training epochs(int epochs) {
    return with(new RecipeChange.Length(TrainingLength.ofEpochs(epochs)));
  }

  /** The same training for another number of updates, instead of epochs. */
  public Training iterations(long updates) {
    return with(new RecipeChange.Length(TrainingLength.ofIterations(updates)));
  }

  /** The same training with another batch size. */
  public Training batchSize(int images) {
    return with(new RecipeChange.BatchSize(images));
  }

  /** The same training with another schedule of the learning rate. */
  public Training schedule(Schedule schedule) {
    return with(new RecipeChange.Course(schedule));
  }

  /** The same training with another learning rate, which is the highest of its schedule. */
  public Training learningRate(double highest) {
    return with(new RecipeChange.HighestRate(highest));
  }

  /** The same training with so many updates before its schedule, in which the rate rises. */
  public Training warmUp(long updates) {
    return with(new RecipeChange.WarmUp(updates));
  }

  /**
   * The same training with another update rule, and with the learning rate that is usual with it:
   * 0.001 for Adam; {@link #learningRate} and {@link #schedule} set another.
   */
  public Training optimizer(Optimizer optimizer) {
    return with(new RecipeChange.Rule(optimizer));
  }

  /** The same training with another weight decay. */
  public Training weightDecay(double weightDecay) {
    return with(new RecipeChange.Decay(weightDecay));
  }

  /** The same training with another augmentation. */
  public Training augmentation(Augmentation augmentation) {
    return with(new RecipeChange.Augmenting(augmentation));
  }

  /** The same training with other things beside. */
  public Training extras(Regularization extras) {
    return with(new RecipeChange.Extras(extras));
  }

  /**
   * The same training with another recipe, but for what was set by a word of its own: {@code
   * epochs(1).recipe(r)} is one epoch of r.
   */
  public Training recipe(Recipe changed) {
    return with(recipeChoice.on(changed));
  }

  private Training with(RecipeChange change) {
    return with(recipeChoice.with(change));
  }

  private Training with(RecipeChoice changed) {
    return new Training(net, data, changed, seed, executionChoice, checkpoints, listener, start);
  }

  /** The same training from another seed. */
  public Training seed(long changed) {
    Seed from = Seed.of(changed);
    return new Training(
        net, data, recipeChoice, from, executionChoice, checkpoints, listener, start);
  }

  /** The same training on another engine, with its usual number of threads unless one was set. */
  public Training engine(Engine changed) {
    return with(executionChoice.withEngine(changed));
  }

  /** The same training on another number of threads. */
  public Training threads(int changed) {
    return with(executionChoice.withThreads(changed));
  }

  /** The same training in another precision. */
  public Training precision(Precision changed) {
    return with(executionChoice.withPrecision(changed));
  }

  /**
   * The same training, computed otherwise, but for what was set by a word of its own: {@code
   * threads(1).execution(e)} computes as e does, on one thread.
   */
  public Training execution(Execution changed) {
    return with(executionChoice.on(changed));
  }

  private Training with(ExecutionChoice changed) {
    return new Training(net, data, recipeChoice, seed, changed, checkpoints, listener, start);
  }

  /** The same training with checkpoints in a folder, as {@link Checkpoints#in} describes. */
  public Training checkpoints(Path folder) {
    return checkpoints(Checkpoints.in(folder));
  }

  /** The same training with another checkpoint policy. */
  public Training checkpoints(Checkpoints changed) {
    Optional<Checkpoints> kept = Optional.of(changed);
    return new Training(net, data, recipeChoice, seed, executionChoice, kept, listener, start);
  }

  /**
   * The same training from the weights, running statistics and mean image of a trained net in place
   * of values that are drawn; optimizer, schedule and epochs begin anew. So a training goes on that
   * has ended, or a net learns other images.
   */
  public Training from(TrainedNet model) {
    return with(Optional.of(StartingPoint.of(model)));
  }

  /** As {@link #from(TrainedNet)}, with what a run learned. */
  public Training from(Run run) {
    return from(run.model());
  }

  /**
   * As {@link #from(TrainedNet)}, with a checkpoint, or the newest in a folder.
   *
   * @throws CheckpointException if there is none, or it is damaged
   */
  public Training from(Path checkpoint) {
    return from(Checkpoint.newest(checkpoint).model());
  }

  Training with(Optional<StartingPoint> changed) {
    return new Training(
        net, data, recipeChoice, seed, executionChoice, checkpoints, listener, changed);
  }

  Training withoutCheckpoints() {
    Optional<Checkpoints> none = Optional.empty();
    return new Training(net, data, recipeChoice, seed, executionChoice, none, listener, start);
  }

  /** The same training with one more listener; those added before are told first. */
  public Training listener(TrainingListener added) {
    TrainingListener all = listener == TrainingListener.SILENT ? added : listener.and(added);
    return new Training(net, data, recipeChoice, seed, executionChoice, checkpoints, all, start);
  }

  /**
   * The graph of the net for the shape of this data.
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
    int batch = Math.min(recipe().batchSize(), data.training().size());
    execution().requireMemoryToTrain(graph(), batch);
  }

  /**
   * The configuration as texts: two trainings with equal configurations give the same bits. It
   * reads all images once, for their digests.
   */
  public Map<String, String> config() {
    return TrainingConfig.of(this);
  }

  /**
   * Runs a learning-rate range test: rates from very low to far too high, one per update. The net
   * is discarded. Under a recipe's schedule, {@link LearningRateSearch#suggestedRate} is a highest
   * rate to begin with.
   */
  public LearningRateSearch findLearningRate() {
    return findLearningRate(LearningRateRange.DEFAULT);
  }

  /** Runs a learning-rate range test with other rates. */
  public LearningRateSearch findLearningRate(LearningRateRange range) {
    return LearningRateSearch.of(this, range);
  }

  /**
   * Times the first batches, to estimate how long the training will take. The net is discarded.
   *
   * @throws IllegalStateException if the thread is interrupted
   */
  public TrainingTimeEstimate probe() {
    return TrainingTimeEstimate.of(this);
  }

  /**
   * Trains the net from the beginning.
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
   * Resumes from the newest usable checkpoint in the training's folder, or trains from the
   * beginning if there is none; a completed training is not repeated. The run ends with the same
   * bits as an uninterrupted one.
   *
   * <p>The same training is one that gives the same: data is known by its content, and a net by
   * what it computes. It may have more epochs than it had, if its rates do not depend on how many
   * there are, as with a constant schedule; {@link #from(TrainedNet)} goes on where they do.
   *
   * @throws CheckpointException if the training keeps no checkpoints, or there are some and none of
   *     them can be used: they are damaged, or of another training
   */
  public Run resume() {
    Checkpoints policy = checkpoints.orElseThrow(CheckpointException::nowhere);
    Optional<CheckpointFolder.Found> found =
        new CheckpointFolder(policy.folder()).newest(this, listener::refused);
    found.ifPresent(there -> listener.resumed(there.newest()));
    if (found.isPresent() && found.get().newest().end(this).isPresent()) {
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
