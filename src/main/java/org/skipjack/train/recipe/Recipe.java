package org.skipjack.train.recipe;

import java.util.Locale;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.optimizer.Sgd;

/**
 * A training recipe: length, batch size, schedule, optimizer, augmentation, regularization.
 *
 * @param length for how long
 * @param batchSize images in one update; positive
 * @param schedule the learning rate by iteration
 * @param optimizer the update rule
 * @param augmentation the random changes of each training image
 * @param extras label smoothing, mixup, clipping, averaging and early stopping
 */
public record Recipe(
    TrainingLength length,
    int batchSize,
    Schedule schedule,
    Optimizer optimizer,
    Augmentation augmentation,
    Regularization extras) {

  /**
   * 10 epochs of 128 images, cosine from 0.1, and the momentum and weight decay of He et al. 2015.
   */
  public static final Recipe DEFAULT = new Recipe(10, 128, Schedule.cosine(0.1), Sgd.HE);

  private static final int LARGEST_BATCH = 1 << 20;

  /** Checks the batch size. */
  public Recipe {
    requireBatchSize("batch size", batchSize);
  }

  /**
   * Checks a number of images that are in memory at a time.
   *
   * @param what it is called
   * @throws IllegalArgumentException if it is not positive, or larger than anybody's memory
   */
  public static void requireBatchSize(String what, int batchSize) {
    if (batchSize < 1 || batchSize > LARGEST_BATCH) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is %d, expected 1 to %d.%nFix: 128 is usual",
              what,
              batchSize,
              LARGEST_BATCH));
    }
  }

  /** A recipe of so many epochs without augmentation or extras. */
  public Recipe(int epochs, int batchSize, Schedule schedule, Optimizer optimizer) {
    this(
        TrainingLength.ofEpochs(epochs),
        batchSize,
        schedule,
        optimizer,
        Augmentation.none(),
        Regularization.NONE);
  }

  /**
   * The recipe of He et al. 2015 for CIFAR-10 (arXiv:1512.03385, §4.2): 64,000 iterations of 128
   * images, learning rate 0.1, divided by 10 after 32,000 and 48,000; momentum 0.9, weight decay
   * 0.0001 on everything; 4 pixels of padding, a random crop, a flip. The mean image is subtracted
   * by every training. Made shorter or longer, it divides the rate after the same shares of its
   * length, a half and three quarters.
   *
   * <p>For 110 layers the paper begins with a lower rate: {@link Schedule#lowUntil}.
   */
  public static Recipe he() {
    return new Recipe(
        TrainingLength.ofIterations(64_000),
        128,
        Schedule.steps(0.1),
        Sgd.HE,
        Augmentation.padCrop(4).then(Augmentation.flip()),
        Regularization.NONE);
  }

  /** The number of epochs, 0 where iterations are counted. */
  public int epochs() {
    return length.epochs();
  }

  /** The batches in one pass over so many images, counting a short last one. */
  public int batches(int images) {
    int size = Math.min(batchSize, images);
    return (images + size - 1) / size;
  }

  /** The number of updates on a set of so many images. */
  public long iterations(int images) {
    return length.iterations(batches(images));
  }

  /** This recipe for another number of epochs. */
  public Recipe withEpochs(int changed) {
    return withLength(TrainingLength.ofEpochs(changed));
  }

  /** This recipe for another length. */
  public Recipe withLength(TrainingLength changed) {
    return new Recipe(changed, batchSize, schedule, optimizer, augmentation, extras);
  }

  /** This recipe for another batch size. */
  public Recipe withBatchSize(int changed) {
    return new Recipe(length, changed, schedule, optimizer, augmentation, extras);
  }

  /** This recipe with another schedule. */
  public Recipe withSchedule(Schedule changed) {
    return new Recipe(length, batchSize, changed, optimizer, augmentation, extras);
  }

  /** This recipe with another update rule. */
  public Recipe withOptimizer(Optimizer changed) {
    return new Recipe(length, batchSize, schedule, changed, augmentation, extras);
  }

  /** This recipe with other changes of the training images. */
  public Recipe withAugmentation(Augmentation changed) {
    return new Recipe(length, batchSize, schedule, optimizer, changed, extras);
  }

  /** This recipe with other regularization. */
  public Recipe withExtras(Regularization changed) {
    return new Recipe(length, batchSize, schedule, optimizer, augmentation, changed);
  }
}
