package org.skipjack.train;

/** Watches a training; called on the thread that trains. */
public interface TrainingListener {

  /** Does nothing. */
  TrainingListener SILENT = new TrainingListener() {};

  /** An update was made, or a test batch passed. */
  default void stepped(Progress progress) {}

  /** An epoch has ended. */
  default void epochEnded(Training training, History.Epoch epoch) {}

  /**
   * How far a training is.
   *
   * @param epoch from 1
   * @param epochs in all
   * @param done share of the epoch, test included, in [0, 1]
   * @param trainingError of the epoch so far, in [0, 1]
   * @param imagesPerSecond images trained on in a second of this epoch
   * @param secondsLeft forecast for the whole training, from what is done
   */
  record Progress(
      int epoch,
      int epochs,
      double done,
      double trainingError,
      double imagesPerSecond,
      double secondsLeft) {}
}
