package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.skipjack.data.Seed;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Engines;
import org.skipjack.net.Families;
import org.skipjack.train.Checkpoints;
import org.skipjack.train.Training;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;

class TrainingPlanTest {
  private static final Training TRAINING =
      Training.of(Families.resnet(20))
          .on(Shapes.split(16, 3_000, 500, Seed.of(1)).withValidation(500))
          .schedule(Schedule.oneCycle(0.4))
          .augmentation(Augmentation.of("pad-crop:4,flip"))
          .epochs(2)
          .batchSize(100)
          .seed(7)
          .engine(Engines.named("samediff"))
          .threads(2);

  @Test
  void all_that_will_be_done_is_said() {
    Training kept = TRAINING.checkpoints(Checkpoints.in(Path.of("runs", "first")));

    assertThat(TrainingPlan.of("resnet20", kept))
        .isEqualToNormalizingNewlines(
            """
            net          resnet20: 269,722 parameters, 10,138,240 multiply-accumulates an image
            data         shapes16: 2,500 training, 500 validation and 500 test images, [3, 16, 16], 10 classes
            length       2 epochs, 50 updates of 100 images
            rate         one-cycle, peak 0.4, at 0.3: 0.0160 first, 0.400 highest, 0.000807 last
            optimizer    sgd, momentum 0.9, weight decay 0.0001, decay all
            augmentation pad-crop:4,flip
            engine       samediff on 2 threads in fp32, seed 7
            folder       %s: history, charts, figures; a checkpoint after each epoch and every 300 seconds
            """
                .formatted(Path.of("runs", "first")));
  }

  @Test
  void what_is_beside_is_said_where_there_is_any() {
    Training clipped =
        TRAINING.recipe(TRAINING.recipe().withExtras(Regularization.NONE.withClipNorm(1)));

    assertThat(TrainingPlan.of("resnet20", clipped))
        .contains("extras       clip norm 1")
        .doesNotContain("folder");
  }
}
