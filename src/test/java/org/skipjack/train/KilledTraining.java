package org.skipjack.train;

import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.stride;

import java.nio.file.Path;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.net.Net;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;

/** A training in a process of its own, which {@code KillTest} kills again and again. */
final class KilledTraining {
  static final String STEPPED = "stepped";

  private KilledTraining() {}

  /**
   * 60 epochs of four updates; a checkpoint, about 0.5 MB, is written after every second update.
   */
  static Training in(Path folder) {
    DataSplit data = Shapes.split(16, 32, 20, Seed.of(1)).withValidation(6);
    Net net =
        net()
            .conv(8, stride(2))
            .batchNorm()
            .relu()
            .residual(b -> b.conv(8).batchNorm())
            .dropout(0.2)
            .flatten()
            .dense(64)
            .relu()
            .dense(10);
    Recipe recipe =
        new Recipe(60, 8, Schedule.cosine(0.02), Sgd.HE)
            .withAugmentation(Augmentation.of("pad-crop:2,flip"))
            .withExtras(Regularization.NONE.withAveraging(0.99));
    return Training.of(net)
        .on(data)
        .recipe(recipe)
        .threads(1)
        .checkpoints(Checkpoints.in(folder).everySteps(2).keepEpochs(7));
  }

  /** Goes on with the training in the folder that is the first argument, from where it is. */
  public static void main(String[] arguments) {
    TrainingListener telling =
        new TrainingListener() {
          @Override
          public void stepped(Progress progress) {
            System.out.println(STEPPED);
          }

          @Override
          public void refused(CheckpointException refusal) {
            System.out.println(refusal.getMessage());
          }
        };
    Run run = in(Path.of(arguments[0])).listener(telling).resume();
    System.out.println(run.end());
  }
}
