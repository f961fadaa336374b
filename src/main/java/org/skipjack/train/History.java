package org.skipjack.train;

import java.util.ArrayList;
import java.util.List;

/**
 * What a training did, epoch by epoch.
 *
 * @param epochs in order
 */
public record History(List<Epoch> epochs) {

  /**
   * One epoch; errors are shares in [0, 1], losses are means in nats.
   *
   * @param epoch from 1
   * @param learningRate that of the epoch's last update
   * @param trainingLoss over the epoch's batches as they passed, in training mode
   * @param trainingError over the epoch's batches as they passed, in training mode
   * @param testLoss after the epoch, in evaluation mode
   * @param testError after the epoch, in evaluation mode
   * @param seconds wall time of the epoch, test included
   */
  public record Epoch(
      int epoch,
      double learningRate,
      double trainingLoss,
      double trainingError,
      double testLoss,
      double testError,
      double seconds) {}

  /** Copies the list. */
  public History {
    epochs = List.copyOf(epochs);
  }

  /** The history before the first epoch. */
  public static History empty() {
    return new History(List.of());
  }

  /** This history and one epoch more. */
  public History with(Epoch epoch) {
    List<Epoch> longer = new ArrayList<>(epochs);
    longer.add(epoch);
    return new History(longer);
  }

  /**
   * The last epoch, which is the one to quote; the best epoch on the test set flatters.
   *
   * @throws IllegalStateException if there is none yet
   */
  public Epoch last() {
    if (epochs.isEmpty()) {
      throw new IllegalStateException("no epoch has ended yet.");
    }
    return epochs.get(epochs.size() - 1);
  }

  /** Wall time of all epochs in seconds. */
  public double seconds() {
    return epochs.stream().mapToDouble(Epoch::seconds).sum();
  }
}
