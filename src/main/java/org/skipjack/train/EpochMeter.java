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

  /** What the epoch has come to in training; nothing is moved during its evaluation. */
  void state(StateTransfer transfer) {
    training.state(transfer.in("training"));
    watch.state(transfer.in("time"));
    last =
        new Step(
            transfer.integer("iteration", last.iteration()),
            course.iterations(),
            transfer.number("learningRate", last.learningRate()),
            transfer.number("loss", last.loss()),
            transfer.number("gradientNorm", last.gradientNorm()));
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

  /** The share of the whole training that is done. */
  double share() {
    return (epoch - 1 + done()) / course.epochs();
  }

  /** The share of the epoch that is done. */
  private double done() {
    double all = COST_OF_TRAINING * course.imagesOf(epoch) + course.evaluationImages();
    return (COST_OF_TRAINING * training.images() + validation.images() + test.images()) / all;
  }

  /**
   * @param secondsLeft forecast for the whole training
   */
  Progress progress(Phase phase, double secondsLeft) {
    return new Progress(
        phase,
        epoch,
        course.epochs(),
        done(),
        training.error(),
        training.images() / watch.seconds(),
        secondsLeft,
        last);
  }
}
