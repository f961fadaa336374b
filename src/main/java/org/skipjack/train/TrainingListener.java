package org.skipjack.train;

import java.nio.file.Path;
import org.skipjack.io.OutputException;
import org.skipjack.train.history.History;
import org.skipjack.train.history.TrainingNote;

/**
 * Watches a training; called on the thread that trains, so what takes long holds it back.
 *
 * <p>{@link #began} comes first, after {@link #refused} and {@link #resumed} where a training goes
 * on; {@link #ended} or {@link #failed} comes last.
 */
public interface TrainingListener {

  /** Does nothing. */
  TrainingListener SILENT = new TrainingListener() {};

  /**
   * A training begins.
   *
   * @param soFar the epochs that had ended before, none unless the training is resumed
   */
  default void began(Training training, History soFar) {}

  /** An update was made, or a batch evaluated. */
  default void stepped(Progress progress) {}

  /** An epoch has ended. */
  default void epochEnded(Training training, History.Epoch epoch) {}

  /** Something looks wrong. */
  default void noted(TrainingNote trainingNote) {}

  /** A checkpoint was written. */
  default void saved(Path checkpoint) {}

  /** A checkpoint could not be written; the training goes on, and those before are unharmed. */
  default void notSaved(OutputException failure) {}

  /** The training goes on from a checkpoint, or has ended with it. */
  default void resumed(Checkpoint from) {}

  /** A checkpoint cannot be used to resume from; an older one is. */
  default void refused(CheckpointException refusal) {}

  /**
   * Whether the training is to stop at its next batch; asked before each. It ends as an interrupt
   * ends it, {@link Run.End#STOPPED}, without one.
   */
  default boolean wantsToStop() {
    return false;
  }

  /** The training has ended, after its last epoch, early, or before that. */
  default void ended(Run run) {}

  /** The training has ended with this exception or error. */
  default void failed(Throwable failure) {}

  /** This one, and after it another, told the same. */
  default TrainingListener and(TrainingListener next) {
    return new CompositeListener(this, next);
  }

  /** What a batch is used for. */
  enum Phase {
    /** To learn. */
    TRAINING,
    /** To choose by. */
    VALIDATION,
    /** To judge by. */
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
   * How far a training is.
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
