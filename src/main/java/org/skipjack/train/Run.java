package org.skipjack.train;

/**
 * A training that was carried out.
 *
 * @param training what was asked for
 * @param history what happened
 * @param model the net as it was after the last update
 * @param end how it ended
 */
public record Run(Training training, History history, TrainedNet model, End end) {

  /** How a training ends. */
  public enum End {
    /** After its last epoch. */
    COMPLETE,
    /** Before that, because the recipe says so. */
    EARLY,
    /** By an interrupt. */
    STOPPED
  }

  /** False if an interrupt stopped it. */
  public boolean complete() {
    return end != End.STOPPED;
  }
}
