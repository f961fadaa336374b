package org.skipjack.train;

import java.util.Optional;
import org.skipjack.train.TrainingListener.Phase;
import org.skipjack.train.TrainingListener.Progress;
import org.skipjack.train.TrainingListener.Step;

/** What one epoch has come to. */
final class EpochMeter {
  // A test image costs about a third of a training image: one pass forward against three.
  private static final double COST_OF_TRAINING = 3;

  final int epoch;
  final Tally training = new Tally();
  final Tally validation = new Tally();
  final Tally test = new Tally();
  final Stopwatch watch = new Stopwatch();
  private final Course course;
  private Step last = new Step(0, 0, 0, 0, 0);

  EpochMeter(int epoch, Course course) {
    this.epoch = epoch;
    this.course = course;
  }

  void updated(Step step) {
    last = step;
  }

  /** That of the last update. */
  double learningRate() {
    return last.learningRate();
  }

  Tally of(Phase phase) {
    return switch (phase) {
      case TRAINING -> training;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  History.Epoch result() {
    return new History.Epoch(
        epoch,
        last.learningRate(),
        training.score(),
        validation.images() == 0 ? Optional.empty() : Optional.of(validation.score()),
        test.score(),
        watch.read());
  }

  /** The share of the epoch that is done. */
  private double done() {
    double all = COST_OF_TRAINING * course.imagesOf(epoch) + course.evaluationImages();
    return (COST_OF_TRAINING * training.images() + validation.images() + test.images()) / all;
  }

  /**
   * @param elapsed seconds of the training that led to what is done
   */
  Progress progress(Phase phase, double elapsed) {
    double share = (epoch - 1 + done()) / course.epochs();
    return new Progress(
        phase,
        epoch,
        course.epochs(),
        done(),
        training.error(),
        training.images() / watch.seconds(),
        elapsed * (1 - share) / share,
        last);
  }
}
