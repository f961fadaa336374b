package org.skipjack.train;

/** The lowest training error so far, each time over the last hundred updates, in [0, 1]. */
final class LowestError {
  private static final int UPDATES = 100;

  private final int[] errors = new int[UPDATES];
  private final int[] images = new int[UPDATES];
  private long updates;
  private long errorSum;
  private long imageSum;
  private double lowest = 1;

  void add(int batchErrors, int batchImages) {
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

  void state(StateTransfer transfer) {
    transfer.integers("errors", errors);
    transfer.integers("images", images);
    updates = transfer.integer("updates", updates);
    errorSum = transfer.integer("errorSum", errorSum);
    imageSum = transfer.integer("imageSum", imageSum);
    lowest = transfer.number("lowest", lowest);
  }

  /** 1 before the hundredth update. */
  double value() {
    return lowest;
  }
}
