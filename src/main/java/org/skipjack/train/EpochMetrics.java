package org.skipjack.train;

import java.util.Optional;
import org.skipjack.train.TrainingListener.Phase;
import org.skipjack.train.TrainingListener.Progress;
import org.skipjack.train.TrainingListener.Step;
import org.skipjack.train.history.History;
import org.skipjack.train.state.StateTransfer;

/** The metrics of one epoch so far. */
final class EpochMetrics {
  // A test image costs about a third of a training image: one pass forward against three.
  private static final double COST_OF_TRAINING = 3;

  final int epoch;
  final RunningMetrics training = new RunningMetrics();
  final RunningMetrics validation = new RunningMetrics();
  final RunningMetrics test = new RunningMetrics();
  final Stopwatch watch = new Stopwatch();
  private final TrainingExtent trainingExtent;
  private Step last = new Step(0, 0, 0, 0, 0);

  EpochMetrics(int epoch, TrainingExtent trainingExtent) {
    this.epoch = epoch;
    this.trainingExtent = trainingExtent;
  }

  void updated(Step step) {
    last = step;
  }

  /** Saves or loads the training metrics of the epoch; not during its evaluation. */
  void state(StateTransfer transfer) {
    training.state(transfer.in("training"));
    watch.state(transfer.in("time"));
    last =
        new Step(
            transfer.integer("iteration", last.iteration()),
            trainingExtent.iterations(),
            transfer.number("learningRate", last.learningRate()),
            transfer.number("loss", last.loss()),
            transfer.number("gradientNorm", last.gradientNorm()));
  }

  /** That of the last update. */
  double learningRate() {
    return last.learningRate();
  }

  RunningMetrics of(Phase phase) {
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
    return (epoch - 1 + done()) / trainingExtent.epochs();
  }

  /** The share of the epoch that is done. */
  private double done() {
    double all =
        COST_OF_TRAINING * trainingExtent.imagesOf(epoch) + trainingExtent.evaluationImages();
    return (COST_OF_TRAINING * training.images() + validation.images() + test.images()) / all;
  }

  /**
   * @param secondsLeft forecast for the whole training
   */
  Progress progress(Phase phase, double secondsLeft) {
    return new Progress(
        phase,
        epoch,
        trainingExtent.epochs(),
        done(),
        training.error(),
        training.images() / watch.seconds(),
        secondsLeft,
        last);
  }
}
