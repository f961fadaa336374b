package org.skipjack.train;

import org.skipjack.train.history.History;
import org.skipjack.train.state.StateTransfer;

/** Running sums of loss and errors over the images of an epoch. */
final class RunningMetrics {
  private double loss;
  private long errors;
  private long images;

  /** Adds the batch that was measured last. */
  void add(CrossEntropy batch, int size) {
    loss += batch.lossSum();
    errors += batch.errors();
    images += size;
  }

  void state(StateTransfer transfer) {
    loss = transfer.number("loss", loss);
    errors = transfer.integer("errors", errors);
    images = transfer.integer("images", images);
  }

  long images() {
    return images;
  }

  /** The share of errors, 0 before the first image. */
  double error() {
    return images == 0 ? 0 : (double) errors / images;
  }

  History.Score score() {
    return new History.Score(loss / images, error());
  }
}
