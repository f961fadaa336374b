package org.skipjack.train;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.data.PixelMean;
import org.skipjack.data.batch.Batch;
import org.skipjack.data.batch.Feed;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.health.StepContext;

/**
 * Measured times of the first batches of a training, on its own engine and images: two updates warm
 * up, five are timed; one batch of test images warms up, at most five are timed.
 *
 * @param beginning seconds before the first update: the mean image is computed, the net compiled
 * @param training seconds of each timed update, data, loss and optimizer included, the shortest
 *     first
 * @param evaluation seconds of each timed batch of test images, the shortest first
 */
public record TrainingTimeEstimate(
    double beginning, List<Double> training, List<Double> evaluation) {
  /** Batches that are timed. */
  public static final int BATCHES = 5;

  private static final int WARM_UP = 2;

  /** So low that a few updates drive no net to infinity; it makes no difference to the time. */
  private static final double LEARNING_RATE = 1e-4;

  /** Sorts the lists. */
  public TrainingTimeEstimate {
    training = training.stream().sorted().toList();
    evaluation = evaluation.stream().sorted().toList();
    if (training.isEmpty() || evaluation.isEmpty()) {
      throw new IllegalStateException("the probe was stopped before its end.");
    }
  }

  /**
   * Times the first batches. The training's listener is not called, and the net is discarded.
   *
   * @throws IllegalStateException if the thread is interrupted; its status then stays set
   * @throws DivergedException if the first update fails already
   */
  static TrainingTimeEstimate of(Training training) {
    long start = System.nanoTime();
    PixelMean mean = PixelMean.of(training.data().training().images());
    try (Learner learner = new Learner(training, mean)) {
      double beginning = (System.nanoTime() - start) / 1e9;
      return new TrainingTimeEstimate(beginning, updates(learner), evaluations(learner, training));
    }
  }

  private static List<Double> updates(Learner learner) {
    List<Double> seconds = new ArrayList<>();
    for (int epoch = 1; seconds.size() < WARM_UP + BATCHES && !interrupted(); epoch++) {
      long last = System.nanoTime();
      try (Feed feed = learner.epoch(epoch, 0)) {
        while (seconds.size() < WARM_UP + BATCHES && feed.hasNext() && !interrupted()) {
          StepContext stepContext = new StepContext(epoch, seconds.size(), LEARNING_RATE);
          learner.learn(feed.next(), stepContext, new Stopwatch());
          long now = System.nanoTime();
          seconds.add((now - last) / 1e9);
          last = now;
        }
      }
    }
    return interrupted() ? List.of() : seconds.subList(WARM_UP, seconds.size());
  }

  private static List<Double> evaluations(Learner learner, Training training) {
    List<Double> seconds = new ArrayList<>();
    StepContext stepContext = new StepContext(1, WARM_UP + BATCHES, LEARNING_RATE);
    long last = System.nanoTime();
    try (Feed feed = learner.batches(training.data().test()).inOrder()) {
      while (seconds.size() <= BATCHES && feed.hasNext() && !interrupted()) {
        Batch batch = feed.next();
        learner.evaluate(batch, stepContext, new Stopwatch());
        long now = System.nanoTime();
        seconds.add((now - last) / 1e9);
        last = now;
      }
    }
    return interrupted() ? List.of() : seconds.subList(seconds.size() > 1 ? 1 : 0, seconds.size());
  }

  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  /** Seconds that an update takes, the median. */
  public double update() {
    return training.get(training.size() / 2);
  }

  /** Seconds that a batch of test images takes, the median. */
  public double test() {
    return evaluation.get(evaluation.size() / 2);
  }
}
