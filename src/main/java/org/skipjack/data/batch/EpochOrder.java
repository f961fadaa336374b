package org.skipjack.data.batch;

import java.util.Arrays;
import org.skipjack.data.augmentation.Transforms;

/** Which images a pass over a data set takes, batch by batch, and what is done to them. */
final class EpochOrder {
  private final int[] order;
  private final int batchSize;
  private final Transforms transforms;

  /**
   * @param order where the images are in their data set
   */
  EpochOrder(int[] order, int batchSize, Transforms transforms) {
    this.order = order;
    this.batchSize = batchSize;
    this.transforms = transforms;
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

  /** See {@link Transforms}. */
  Transforms changes() {
    return transforms;
  }
}
