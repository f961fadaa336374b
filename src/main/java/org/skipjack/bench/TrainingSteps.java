package org.skipjack.bench;

import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.graph.Shape;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Schedule;

/** One epoch of a training, as long as the steps; the clock no longer counts its test. */
final class TrainingSteps implements Bench.Steps {
  /** So low that random labels drive no net to infinity. */
  private static final double LEARNING_RATE = 1e-4;

  private final Training training;

  TrainingSteps(Bench bench) {
    Shape output = bench.graph().output().shape();
    if (output.rank() != 1) {
      throw new IllegalArgumentException(
          "the net ends in %s, and what is trained ends in [N, K] for K classes.%nFix: end it with globalAvgPool().dense(10), or measure inference"
              .formatted(output));
    }
    long images = (long) bench.batch() * (bench.warmUp() + bench.steps());
    Dataset data = RandomImages.of(images, bench.input(), output.channels());
    training =
        Training.of(bench.net())
            .on(new DataSplit(data, data.take(1)))
            .recipe(new Recipe(1, bench.batch(), Schedule.constant(LEARNING_RATE), Sgd.HE))
            .execution(bench.execution());
  }

  @Override
  public void run(Bench.StepClock clock) {
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(Progress progress) {
            clock.stepped();
          }
        };
    var unused = training.listener(listener).run();
  }
}
