package org.skipjack.data;

import java.util.Arrays;

/** Which images a pass over a data set takes, batch by batch, and what is done to them. */
final class Pass {
  private final int[] order;
  private final int batchSize;
  private final Changes changes;

  /**
   * @param order where the images are in their data set
   */
  Pass(int[] order, int batchSize, Changes changes) {
    this.order = order;
    this.batchSize = batchSize;
    this.changes = changes;
  }

  /** The number of batches, counting a short last one. */
  int count() {
    return (order.length + batchSize - 1) / batchSize;
  }

  /** Where the images of a batch are, counted from 0. */
  int[] indices(int batch) {
    int from = batch * batchSize;
    return Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length));
  }

  /** See {@link Changes}. */
  Changes changes() {
    return changes;
  }
}
