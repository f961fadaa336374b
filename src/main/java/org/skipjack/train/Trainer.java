package org.skipjack.train;

import java.util.Optional;
import org.skipjack.data.Batch;
import org.skipjack.data.Batches;
import org.skipjack.data.Feed;
import org.skipjack.train.TrainingListener.Phase;
import org.skipjack.train.TrainingListener.Step;

/**
 * Carries out one training. Once it is closed no thread of its own is left, and of its native
 * memory nothing but the parameters of the run that it gave.
 */
final class Trainer implements AutoCloseable {
  private final Training training;
  private final TrainingListener listener;
  private final Course course;
  private final Learner learner;
  private final Optional<Batches> validationBatches;
  private final Batches testBatches;
  private final long startNanos = System.nanoTime();
  private History history = History.empty();
  private long iteration;

  Trainer(Training training) {
    this.training = training;
    listener = training.listener();
    course = Course.of(training);
    learner = new Learner(training);
    try {
      validationBatches = training.data().validation().map(learner::batches);
      testBatches = learner.batches(training.data().test());
    } catch (RuntimeException | Error e) {
      learner.close();
      throw e;
    }
  }

  Run run() {
    listener.began(training, history);
    try {
      Run.End end = train();
      Run run = new Run(training, history, learner.handOver(), end);
      listener.ended(run);
      return run;
    } catch (RuntimeException e) {
      listener.failed(e);
      throw e;
    }
  }

  private Run.End train() {
    for (int epoch = 1; epoch <= course.epochs(); epoch++) {
      EpochMeter meter = new EpochMeter(epoch, course);
      if (!(train(meter) && evaluate(meter))) {
        return Run.End.STOPPED;
      }
      History.Epoch result = meter.result();
      history = history.with(result);
      listener.epochEnded(training, result);
    }
    return Run.End.COMPLETE;
  }

  /** One pass over the training set; false if an interrupt ended it. */
  private boolean train(EpochMeter meter) {
    try (Feed feed = learner.epoch(meter.epoch)) {
      while (feed.hasNext() && iteration < course.iterations()) {
        Batch batch = next(feed, meter);
        if (Thread.currentThread().isInterrupted()) {
          return false;
        }
        learn(batch, meter);
        passed(Phase.TRAINING, batch, meter);
      }
    }
    return true;
  }

  private void learn(Batch batch, EpochMeter meter) {
    double rate = learningRate();
    learner.learn(batch, new Moment(meter.epoch, iteration, rate), meter.watch);
    iteration++;
    double loss = learner.loss().lossSum() / batch.size();
    meter.updated(new Step(iteration, course.iterations(), rate, loss, learner.gradientNorm()));
  }

  private double learningRate() {
    return training
        .recipe()
        .schedule()
        .learningRate(iteration, course.iterations(), learner.lowestError());
  }

  private static Batch next(Feed feed, EpochMeter meter) {
    long start = System.nanoTime();
    Batch batch = feed.next();
    meter.watch.waiting += System.nanoTime() - start;
    return batch;
  }

  private void passed(Phase phase, Batch batch, EpochMeter meter) {
    meter.of(phase).add(learner.loss(), batch.size());
    double elapsed = (System.nanoTime() - startNanos) / 1e9;
    listener.stepped(meter.progress(phase, elapsed));
  }

  /** Validates and tests; false if an interrupt ended it. */
  private boolean evaluate(EpochMeter meter) {
    learner.evaluation();
    try {
      return validationBatches.map(set -> pass(set, Phase.VALIDATION, meter)).orElse(true)
          && pass(testBatches, Phase.TEST, meter);
    } finally {
      learner.evaluation();
    }
  }

  private boolean pass(Batches batches, Phase phase, EpochMeter meter) {
    try (Feed feed = batches.inOrder()) {
      while (feed.hasNext()) {
        Batch batch = next(feed, meter);
        if (Thread.currentThread().isInterrupted()) {
          return false;
        }
        learner.evaluate(
            batch, new Moment(meter.epoch, iteration, meter.learningRate()), meter.watch);
        passed(phase, batch, meter);
      }
    }
    return true;
  }

  @Override
  public void close() {
    learner.close();
  }
}
