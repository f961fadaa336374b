package org.skipjack.train;

import java.nio.file.Path;
import org.skipjack.io.OutputException;
import org.skipjack.train.history.History;
import org.skipjack.train.history.TrainingNote;

/**
 * A callback for the events of a training. It is called on the training thread, so slow code slows
 * the training down.
 *
 * <p>{@link #began} comes first, after {@link #refused} and {@link #resumed} where a training goes
 * on; {@link #ended} or {@link #failed} comes last.
 */
public interface TrainingListener {

  /** Does nothing. */
  TrainingListener SILENT = new TrainingListener() {};

  /**
   * Called when a training begins.
   *
   * @param soFar the epochs that had ended before, none unless the training is resumed
   */
  default void began(Training training, History soFar) {}

  /** Called after each update and each evaluated batch. */
  default void stepped(Progress progress) {}

  /** Called after each epoch. */
  default void epochEnded(Training training, History.Epoch epoch) {}

  /** Called when a problem was detected. */
  default void noted(TrainingNote trainingNote) {}

  /** Called when a checkpoint was written. */
  default void saved(Path checkpoint) {}

  /**
   * Called when a checkpoint could not be written; the training continues, and earlier checkpoints
   * are intact.
   */
  default void notSaved(OutputException failure) {}

  /** Called when the training is resumed from a checkpoint, or had ended with it. */
  default void resumed(Checkpoint from) {}

  /** Called when a checkpoint cannot be resumed from and an older one is used. */
  default void refused(CheckpointException refusal) {}

  /**
   * Whether the training is to stop at its next batch; asked before each. It ends as an interrupt
   * ends it, {@link Run.End#STOPPED}, without one.
   */
  default boolean wantsToStop() {
    return false;
  }

  /** Called when the training has ended: completed, early, or stopped. */
  default void ended(Run run) {}

  /** Called when the training has failed. */
  default void failed(Throwable failure) {}

  /** A listener that calls this one and then another. */
  default TrainingListener and(TrainingListener next) {
    return new CompositeListener(this, next);
  }

  /** What a batch is used for. */
  enum Phase {
    /** The training set. */
    TRAINING,
    /** The validation set. */
    VALIDATION,
    /** The test set. */
    TEST
  }

  /**
   * One update.
   *
   * @param iteration from 1
   * @param iterations in the whole training
   * @param learningRate of the update
   * @param loss mean over its batch, in nats, before it
   * @param gradientNorm Euclidean norm of the gradient of all parameters, before it is clipped
   */
  record Step(
      long iteration, long iterations, double learningRate, double loss, double gradientNorm) {}

  /**
   * The progress of a training.
   *
   * @param phase what the last batch was used for
   * @param epoch from 1
   * @param epochs in all
   * @param done share of the epoch, validation and test included, in [0, 1]
   * @param trainingError of the epoch so far, in [0, 1]
   * @param imagesPerSecond images trained on in a second of this epoch
   * @param secondsLeft forecast for the whole training, from what is done
   * @param step the last update
   */
  record Progress(
      Phase phase,
      int epoch,
      int epochs,
      double done,
      double trainingError,
      double imagesPerSecond,
      double secondsLeft,
      Step step) {

    /** The share of the whole training that is done, in [0, 1]. */
    public double share() {
      return (epoch - 1 + done) / epochs;
    }
  }
}
