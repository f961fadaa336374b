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
   * @param phases where some of that time went
   */
  public record Epoch(
      int epoch,
      double learningRate,
      double trainingLoss,
      double trainingError,
      double testLoss,
      double testError,
      double seconds,
      Phases phases) {

    /** An epoch of which it is not known where its time went. */
    public Epoch(
        int epoch,
        double learningRate,
        double trainingLoss,
        double trainingError,
        double testLoss,
        double testError,
        double seconds) {
      this(
          epoch,
          learningRate,
          trainingLoss,
          trainingError,
          testLoss,
          testError,
          seconds,
          Phases.NONE);
    }
  }

  /**
   * Seconds of an epoch that were spent outside the net's program.
   *
   * @param waiting for batches that were not ready
   * @param loss on loss, errors and their gradient
   * @param update on the optimiser
   */
  public record Phases(double waiting, double loss, double update) {
    /** No time at all, or none that was measured. */
    public static final Phases NONE = new Phases(0, 0, 0);
  }

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
