package org.skipjack.train;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;
import org.skipjack.train.history.History;

/**
 * A listener that emits Java Flight Recorder events with durations: {@code skipjack.Epoch} for each
 * epoch and {@code skipjack.Step} for each batch. It costs next to nothing while nothing is
 * recorded.
 */
final class FlightRecorderEvents implements TrainingListener {
  private EpochEvent epoch = new EpochEvent();
  private StepEvent step = new StepEvent();

  /** An epoch, with its evaluation. */
  @Name("skipjack.Epoch")
  @Label("Epoch")
  @Category({"Skipjack", "Training"})
  @Description("An epoch of a training, its evaluation included")
  @StackTrace(false)
  static final class EpochEvent extends Event {
    @Label("Epoch")
    int epoch;

    @Label("Learning rate")
    double learningRate;

    @Label("Training loss, nats")
    double trainingLoss;

    @Label("Training error")
    double trainingError;

    @Label("Test error")
    double testError;

    @Label("Seconds of waiting for batches")
    double waitingSeconds;
  }

  /** A batch from the end of the one before to its own. */
  @Name("skipjack.Step")
  @Label("Step")
  @Category({"Skipjack", "Training"})
  @Description("A batch that was trained on, validated or tested, with the wait for it")
  @StackTrace(false)
  static final class StepEvent extends Event {
    @Label("Phase")
    @Nullable String phase;

    @Label("Epoch")
    int epoch;

    @Label("Updates so far")
    long iteration;

    @Label("Learning rate")
    double learningRate;

    @Label("Loss of the last update, nats")
    double loss;

    @Label("Gradient norm of the last update")
    double gradientNorm;
  }

  @Override
  public void began(Training training, History soFar) {
    epoch.begin();
    step.begin();
  }

  @Override
  public void stepped(Progress progress) {
    step.end();
    if (step.shouldCommit()) {
      step.phase = progress.phase().name();
      step.epoch = progress.epoch();
      step.iteration = progress.step().iteration();
      step.learningRate = progress.step().learningRate();
      step.loss = progress.step().loss();
      step.gradientNorm = progress.step().gradientNorm();
      step.commit();
    }
    step = new StepEvent();
    step.begin();
  }

  @Override
  public void epochEnded(Training training, History.Epoch ended) {
    epoch.end();
    if (epoch.shouldCommit()) {
      epoch.epoch = ended.epoch();
      epoch.learningRate = ended.learningRate();
      epoch.trainingLoss = ended.trainingLoss();
      epoch.trainingError = ended.trainingError();
      epoch.testError = ended.testError();
      epoch.waitingSeconds = ended.timing().waiting();
      epoch.commit();
    }
    epoch = new EpochEvent();
    epoch.begin();
  }
}
