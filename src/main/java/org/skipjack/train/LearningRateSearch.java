package org.skipjack.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.skipjack.data.PixelMean;
import org.skipjack.data.batch.Batch;
import org.skipjack.data.batch.Feed;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.health.StepContext;

/**
 * A learning-rate range test (Smith 2017, arXiv:1506.01186, §3.3): the loss of a net while the
 * learning rate rises with each update. It ends when the loss is four times its lowest or not
 * finite.
 *
 * @param points one an update, in order; at least one
 */
public record LearningRateSearch(List<Point> points) {
  private static final double BELOW_LOWEST = 10;

  private static final double END = 4;

  /** The share of what came before in the smoothed loss. */
  private static final double SMOOTHING = 0.9;

  /**
   * One update.
   *
   * @param learningRate of the update
   * @param loss mean over its batch, in nats, before it
   * @param smoothedLoss a moving average, each loss a tenth of it, less the weight of the beginning
   */
  public record Point(double learningRate, double loss, double smoothedLoss) {}

  /** Copies the list. */
  public LearningRateSearch {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalStateException("the search was stopped before its first update.");
    }
  }

  /**
   * Searches. The net starts from the weights that the training would start from, with its
   * optimizer, its batches and what is beside; all is forgotten afterwards. An interrupt of the
   * thread ends the search with the points so far.
   *
   * @throws DivergedException if the first update fails already
   */
  static LearningRateSearch of(Training training, LearningRateRange range) {
    List<Point> points = new ArrayList<>();
    PixelMean mean = PixelMean.of(training.data().training().images());
    try (Learner learner = new Learner(training, mean)) {
      boolean goesOn = true;
      for (int epoch = 1; goesOn; epoch++) {
        try (Feed feed = learner.epoch(epoch, 0)) {
          while (goesOn && feed.hasNext()) {
            goesOn =
                add(
                        points,
                        learner,
                        feed.next(),
                        new StepContext(epoch, points.size(), range.rate(points.size())))
                    && points.size() < range.updates();
          }
        }
      }
    }
    return new LearningRateSearch(points);
  }

  /** Makes an update; whether there is to be another. */
  private static boolean add(
      List<Point> points, Learner learner, Batch batch, StepContext stepContext) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    try {
      learner.learn(batch, stepContext, new Stopwatch());
    } catch (DivergedException e) {
      if (points.isEmpty()) {
        throw e;
      }
      return false;
    }
    double loss = learner.loss().lossSum() / batch.size();
    points.add(new Point(stepContext.learningRate(), loss, smoothed(points, loss)));
    double lowest = points.stream().mapToDouble(Point::smoothedLoss).min().orElseThrow();
    return points.get(points.size() - 1).smoothedLoss() <= END * lowest;
  }

  private static double smoothed(List<Point> before, double loss) {
    int count = before.size();
    double weightBefore = 1 - StrictMath.pow(SMOOTHING, count);
    double weight = 1 - StrictMath.pow(SMOOTHING, count + 1.0);
    double average = count == 0 ? 0 : before.get(count - 1).smoothedLoss() * weightBefore;
    return (SMOOTHING * average + (1 - SMOOTHING) * loss) / weight;
  }

  /** The update with the lowest smoothed loss, the earliest of equals. */
  public Point lowest() {
    return points.stream().min(Comparator.comparingDouble(Point::smoothedLoss)).orElseThrow();
  }

  /**
   * A highest learning rate to begin with: a tenth of that at which the smoothed loss was lowest,
   * since beyond that it rises, and just before it falls no more.
   */
  public double suggestedRate() {
    return lowest().learningRate() / BELOW_LOWEST;
  }

  /** What was tried, where the loss was lowest, and what to begin with. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d updates from %.2g to %.2g; the loss was lowest, %.3f, at %.2g.%n"
            + "Begin with a tenth of that at the highest: --learning-rate %.1g",
        points.size(),
        points.get(0).learningRate(),
        points.get(points.size() - 1).learningRate(),
        lowest().smoothedLoss(),
        lowest().learningRate(),
        suggestedRate());
  }
}
