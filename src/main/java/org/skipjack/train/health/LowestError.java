package org.skipjack.train.health;

import org.skipjack.train.state.StateTransfer;

/** The lowest training error so far, each time over the last hundred updates, in [0, 1]. */
public final class LowestError {
  private static final int UPDATES = 100;

  private final int[] errors = new int[UPDATES];
  private final int[] images = new int[UPDATES];
  private long updates;
  private long errorSum;
  private long imageSum;
  private double lowest = 1;

  public void add(int batchErrors, int batchImages) {
    int place = (int) (updates % UPDATES);
    errorSum += batchErrors - errors[place];
    imageSum += batchImages - images[place];
    errors[place] = batchErrors;
    images[place] = batchImages;
    updates++;
    if (updates >= UPDATES) {
      lowest = Math.min(lowest, (double) errorSum / imageSum);
    }
  }

  public void state(StateTransfer transfer) {
    transfer.integers("errors", errors);
    transfer.integers("images", images);
    updates = transfer.integer("updates", updates);
    errorSum = transfer.integer("errorSum", errorSum);
    imageSum = transfer.integer("imageSum", imageSum);
    lowest = transfer.number("lowest", lowest);
  }

  /** 1 before the hundredth update. */
  public double value() {
    return lowest;
  }
}
