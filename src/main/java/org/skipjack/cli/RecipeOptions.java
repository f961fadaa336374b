package org.skipjack.cli;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.TrainingLength;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a net is trained: a recipe, and what of it is to be otherwise. */
final class RecipeOptions {
  /** The recipes that have a name. */
  enum Named {
    /** See {@link Recipe#DEFAULT}. */
    DEFAULT,
    /** See {@link Recipe#he}. */
    HE;

    Recipe recipe() {
      return switch (this) {
        case DEFAULT -> Recipe.DEFAULT;
        case HE -> Recipe.he();
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--recipe",
      paramLabel = "R",
      description =
          "default: 10 epochs, cosine from 0.1; he: that of He et al. 2015, 64,000 updates, 0.1 divided by 10 after a half and three quarters, pad-crop:4,flip. What follows changes parts of it")
  private Named named = Named.DEFAULT;

  @Option(names = "--epochs", paramLabel = "N", description = "passes over the training images")
  private @Nullable Integer epochs;

  @Option(names = "--iterations", paramLabel = "N", description = "updates, instead of epochs")
  private @Nullable Long iterations;

  @Option(
      names = "--batch-size",
      paramLabel = "B",
      description = "images in one update (default: 128)")
  private @Nullable Integer batchSize;

  @Mixin private final OptimizerOptions optimizer = new OptimizerOptions();

  @Mixin private final ScheduleOptions schedule = new ScheduleOptions();

  @Option(
      names = "--augment",
      paramLabel = "A",
      description =
          "changes of the training images: pad-crop:4, flip, cutout:16, color-jitter:0.4, some of them with commas between, or none")
  private @Nullable String augment;

  @Option(
      names = "--mixup",
      paramLabel = "A",
      description = "mix pairs of images by shares from Beta(A, A), 0.2 to 1 is usual")
  private @Nullable Double mixup;

  @Option(
      names = "--label-smoothing",
      paramLabel = "E",
      description = "share of each target that goes to all classes alike, 0.1 is usual")
  private @Nullable Double labelSmoothing;

  @Option(
      names = "--clip-norm",
      paramLabel = "L",
      description = "scale a gradient that is longer than L down to it")
  private @Nullable Double clipNorm;

  @Option(
      names = "--averaging",
      paramLabel = "D",
      description = "test and keep the moving average of the weights, 0.999 is usual")
  private @Nullable Double averaging;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "stop after N epochs that were no better on the images of --validation")
  private @Nullable Integer patience;

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException if two options do not go together, or one is out of range
   */
  Recipe recipe() {
    Recipe base = named.recipe();
    Recipe sized = batchSize == null ? base : base.withBatchSize(batchSize);
    Optimizer rule = optimizer.optimizer(base.optimizer());
    return sized
        .withLength(length(base))
        .withOptimizer(rule)
        .withSchedule(schedule.schedule(base.schedule(), rule.usualRate()))
        .withAugmentation(augment == null ? base.augmentation() : Augmentation.of(augment))
        .withExtras(extras());
  }

  private TrainingLength length(Recipe base) {
    if (epochs != null && iterations != null) {
      throw new IllegalArgumentException(
          "--epochs and --iterations both say how long.%nFix: leave one out".formatted());
    }
    if (epochs != null) {
      return TrainingLength.ofEpochs(epochs);
    }
    return iterations == null ? base.length() : TrainingLength.ofIterations(iterations);
  }

  private Regularization extras() {
    return new Regularization(
        orNone(labelSmoothing),
        orNone(mixup),
        orNone(clipNorm),
        orNone(averaging),
        Optional.ofNullable(patience).orElse(0));
  }

  private static double orNone(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
