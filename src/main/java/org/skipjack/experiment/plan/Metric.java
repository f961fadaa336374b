package org.skipjack.experiment.plan;

import org.skipjack.train.history.History;

/** The figure of a run that a comparison is about: a share in [0, 1] of its last epoch. */
public enum Metric {
  /** The share of training images that are classified wrongly, as they pass in training. */
  TRAINING_ERROR("training error"),

  /** The share of test images that are classified wrongly. */
  TEST_ERROR("test error");

  private final String words;

  Metric(String words) {
    this.words = words;
  }

  /**
   * The figure after the last epoch, not the best one: a figure chosen on the test set flatters.
   *
   * @throws IllegalStateException if no epoch has ended
   */
  public double of(History history) {
    return of(history.last());
  }

  /** The figure after an epoch. */
  public double of(History.Epoch epoch) {
    return this == TRAINING_ERROR ? epoch.trainingError() : epoch.testError();
  }

  /** The words for it, {@code "test error"}. */
  @Override
  public String toString() {
    return words;
  }
}
