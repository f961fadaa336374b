package org.skipjack.train.history;

/**
 * A problem detected in a training, and what to try.
 *
 * @param kind what it is
 * @param epoch in which it was seen, from 1
 * @param iteration the number of updates that were made by then
 * @param text what was seen, and what to try
 */
public record TrainingNote(Kind kind, int epoch, long iteration, String text) {

  /** The kind of problem. */
  public enum Kind {
    /** The loss is where guessing would leave it. */
    STUCK_LOSS,

    /** A relu gives zero for every image. */
    DEAD_RELU,

    /** A gradient is so long that one update replaces what was learned. */
    EXPLODING_GRADIENT
  }
}
