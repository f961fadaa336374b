package org.skipjack.data;

import java.util.Arrays;

/** Which images a pass over a data set takes, batch by batch, and how it changes them. */
final class Pass {
  private final int[] order;
  private final int batchSize;
  private final Augmentation augmentation;
  private final Seed draws;

  /**
   * @param order where the images are in their data set
   * @param draws what changes are drawn from, split by the image's place
   */
  Pass(int[] order, int batchSize, Augmentation augmentation, Seed draws) {
    this.order = order;
    this.batchSize = batchSize;
    this.augmentation = augmentation;
    this.draws = draws;
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

  /** Changes the image at a place. */
  void change(Picture picture, int index) {
    augmentation.apply(picture, draws.split(index).random());
  }
}
