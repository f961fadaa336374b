package org.skipjack.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.PixelMean;
import org.skipjack.data.batch.Batch;
import org.skipjack.data.batch.Batches;
import org.skipjack.data.batch.Feed;
import org.skipjack.train.TrainingListener.Phase;
import org.skipjack.train.TrainingListener.Step;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.health.StepContext;
import org.skipjack.train.history.History;
import org.skipjack.train.history.TrainingNote;
import org.skipjack.train.state.StateTransfer;

/**
 * The training loop of one training. Closing it ends its threads and frees its native memory,
 * except the parameters of the run that it returned.
 */
final class Trainer implements AutoCloseable {
  private final Training training;
  private final TrainingListener listener;
  private final TrainingExtent trainingExtent;
  private final CloseableStack closeableStack = new CloseableStack();
  private final Optional<CheckpointManager> keeper;
  private final Learner learner;
  private final Optional<Batches> validationBatches;
  private final Batches testBatches;
  private final long startNanos = System.nanoTime();
  private History history = History.empty();
  private EpochMetrics meter;
  private HealthMonitor healthMonitor;
  private long iteration;
  private double shareBefore;

  /** A training from the beginning, or from a checkpoint of it. */
  Trainer(Training training, CheckpointFolder.@Nullable Found from) {
    this.training = training;
    requireImagesToChooseBy();
    training.requireMemory();
    listener = new FlightRecorderEvents().and(listeners(training));
    trainingExtent = TrainingExtent.of(training);
    meter = new EpochMetrics(1, trainingExtent);
    healthMonitor = new HealthMonitor(training, List.of());
    try {
      keeper = training.checkpoints().map(policy -> keeper(policy, from));
      PixelMean mean = from == null ? mean() : from.newest().mean();
      learner = new Learner(training, mean);
      closeableStack.add(learner::close);
      validationBatches = training.data().validation().map(learner::batches);
      testBatches = learner.batches(training.data().test());
      if (from != null) {
        goOn(from.newest());
      }
    } catch (RuntimeException | Error e) {
      closeableStack.close();
      throw e;
    }
  }

  /** That of the training images, unless a net is trained on that had another. */
  private PixelMean mean() {
    PixelMean own = PixelMean.of(training.data().training().images());
    return training.start().flatMap(start -> start.mean(own)).orElse(own);
  }

  private void requireImagesToChooseBy() {
    boolean choosing = training.recipe().extras().patience() > 0;
    if (choosing && training.data().validation().isEmpty()) {
      throw new IllegalArgumentException(
          "to stop early, the training needs images to choose by that it does not learn from.%nFix: hold some out, --validation 5000 or data.withValidation(5_000)"
              .formatted());
    }
  }

  private CheckpointManager keeper(Checkpoints policy, CheckpointFolder.@Nullable Found from) {
    CheckpointManager made = CheckpointManager.of(policy, listener);
    closeableStack.add(made::close);
    if (from == null) {
      new CheckpointFolder(policy.folder()).requireFree(training);
    } else {
      made.found(from.older());
    }
    return made;
  }

  private void goOn(Checkpoint checkpoint) {
    history = checkpoint.history();
    meter = new EpochMetrics(history.epochs().size() + 1, trainingExtent);
    healthMonitor = new HealthMonitor(training, history.notes());
    checkpoint.load(this::state);
    shareBefore = meter.share();
  }

  /** Saves or loads everything that the rest of the training depends on, between two batches. */
  private void state(StateTransfer transfer) {
    iteration = transfer.integer("iteration", iteration);
    learner.state(transfer);
    meter.state(transfer.in("epoch"));
    healthMonitor.state(transfer.in("health"));
  }

  Run run() {
    listener.began(training, history);
    try {
      Run.End end = train();
      Run run = new Run(training, history, learner.handOver(), end);
      listener.ended(run);
      return run;
    } catch (DivergedException e) {
      DivergedException told = keeper.flatMap(CheckpointManager::newest).map(e::keptIn).orElse(e);
      tellFailure(told);
      throw told;
    } catch (RuntimeException | Error e) {
      tellFailure(e);
      throw e;
    }
  }

  /** A listener that fails as well must not hide why the training ended. */
  private void tellFailure(Throwable failure) {
    try {
      listener.failed(failure);
    } catch (RuntimeException | Error e) {
      if (e != failure) {
        failure.addSuppressed(e);
      }
    }
  }

  private Run.End train() {
    while (meter.epoch <= trainingExtent.epochs()) {
      if (!(trainEpoch() && evaluate())) {
        save();
        return Run.End.STOPPED;
      }
      Optional<Run.End> end = endEpoch();
      if (end.isPresent()) {
        return end.get();
      }
    }
    return Run.End.COMPLETE;
  }

  private Optional<Run.End> endEpoch() {
    History.Epoch result = meter.result();
    history = history.with(result);
    meter = new EpochMetrics(result.epoch() + 1, trainingExtent);
    Optional<Run.End> end = end(result);
    keeper.ifPresent(here -> here.saveEpoch(iteration, history, file -> write(file, end)));
    listener.epochEnded(training, result);
    return end;
  }

  private Optional<Run.End> end(History.Epoch last) {
    if (last.epoch() == trainingExtent.epochs()) {
      return Optional.of(Run.End.COMPLETE);
    }
    return history.isEarly(training.recipe().extras().patience())
        ? Optional.of(Run.End.EARLY)
        : Optional.empty();
  }

  private void save() {
    keeper.ifPresent(here -> here.save(iteration, file -> write(file, Optional.empty())));
  }

  private void write(Path file, Optional<Run.End> end) {
    Checkpoint.write(
        file,
        learner.mean(),
        new Checkpoint.Snapshot(training, history, end, iteration, this::state));
  }

  /** What is left of a pass over the training set; false if an interrupt or a listener ended it. */
  private boolean trainEpoch() {
    int taken = Math.toIntExact(iteration - (meter.epoch - 1L) * trainingExtent.batches());
    try (Feed feed = learner.epoch(meter.epoch, taken)) {
      while (feed.hasNext() && iteration < trainingExtent.iterations()) {
        Batch batch = next(feed);
        if (mustStop()) {
          return false;
        }
        learn(batch);
        passed(Phase.TRAINING, batch);
        if (keeper.map(here -> here.isDue(iteration)).orElse(false)) {
          save();
        }
      }
    }
    return true;
  }

  private boolean mustStop() {
    return Thread.currentThread().isInterrupted() || listener.wantsToStop();
  }

  private void learn(Batch batch) {
    double rate = learningRate();
    StepContext stepContext = new StepContext(meter.epoch, iteration, rate);
    boolean isLast = meter.training.images() + batch.size() == trainingExtent.imagesOf(meter.epoch);
    List<String> dead = List.of();
    if (isLast) {
      dead = learner.learnAndLook(batch, stepContext, meter.watch);
    } else {
      learner.learn(batch, stepContext, meter.watch);
    }
    iteration++;
    double loss = learner.loss().lossSum() / batch.size();
    Step step =
        new Step(iteration, trainingExtent.iterations(), rate, loss, learner.gradientNorm());
    meter.updated(step);
    healthMonitor.afterUpdate(meter.epoch, step, learner.weightNorm()).forEach(this::note);
    healthMonitor.afterLook(meter.epoch, iteration, dead).forEach(this::note);
  }

  private void note(TrainingNote trainingNote) {
    history = history.with(trainingNote);
    listener.noted(trainingNote);
  }

  private double learningRate() {
    return training
        .recipe()
        .schedule()
        .learningRate(iteration, trainingExtent.iterations(), learner.lowestError());
  }

  private Batch next(Feed feed) {
    long start = System.nanoTime();
    Batch batch = feed.next();
    meter.watch.waiting += System.nanoTime() - start;
    return batch;
  }

  private void passed(Phase phase, Batch batch) {
    meter.of(phase).add(learner.loss(), batch.size());
    double elapsed = (System.nanoTime() - startNanos) / 1e9;
    double share = meter.share();
    double secondsLeft = elapsed * (1 - share) / (share - shareBefore);
    listener.stepped(meter.progress(phase, secondsLeft));
  }

  /** Validates and tests; false if an interrupt or a listener ended it. */
  private boolean evaluate() {
    learner.evaluation();
    try {
      return validationBatches.map(set -> pass(set, Phase.VALIDATION)).orElse(true)
          && pass(testBatches, Phase.TEST);
    } finally {
      learner.evaluation();
    }
  }

  private boolean pass(Batches batches, Phase phase) {
    try (Feed feed = batches.inOrder()) {
      while (feed.hasNext()) {
        Batch batch = next(feed);
        if (mustStop()) {
          return false;
        }
        learner.evaluate(
            batch, new StepContext(meter.epoch, iteration, meter.learningRate()), meter.watch);
        passed(phase, batch);
      }
    }
    return true;
  }

  @Override
  public void close() {
    closeableStack.close();
  }

  /** The listeners of a training: the observers of the process, then its own listener. */
  private static TrainingListener listeners(Training training) {
    ClassLoader loader = Trainer.class.getClassLoader();
    return ServiceLoader.load(TrainingObserver.class, loader).stream()
        .map(provider -> provider.get().observe(training))
        .flatMap(Optional::stream)
        .reduce(TrainingListener::and)
        .map(observers -> observers.and(training.listener()))
        .orElse(training.listener());
  }
}
