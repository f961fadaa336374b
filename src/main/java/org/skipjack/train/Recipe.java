package org.skipjack.train;

import java.util.Locale;
import org.skipjack.data.Augmentation;

/**
 * How a net is trained.
 *
 * @param length for how long
 * @param batchSize images in one update; positive
 * @param schedule the learning rate by iteration
 * @param optimiser the update rule
 * @param augmentation what is done to each training image at random
 * @param extras what is done beside
 */
public record Recipe(
    Length length,
    int batchSize,
    Schedule schedule,
    Optimiser optimiser,
    Augmentation augmentation,
    Extras extras) {

  /**
   * 10 epochs of 128 images, cosine from 0.1, and the momentum and weight decay of He et al. 2015.
   */
  public static final Recipe DEFAULT = new Recipe(10, 128, Schedule.cosine(0.1), Sgd.HE);

  /** Checks the batch size. */
  public Recipe {
    if (batchSize <= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "batch size is %d, expected 1 or more.%nFix: 128 is usual", batchSize));
    }
  }

  /** A recipe of so many epochs without augmentation or extras. */
  public Recipe(int epochs, int batchSize, Schedule schedule, Optimiser optimiser) {
    this(Length.ofEpochs(epochs), batchSize, schedule, optimiser, Augmentation.none(), Extras.NONE);
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
        Length.ofIterations(64_000),
        128,
        Schedule.steps(0.1),
        Sgd.HE,
        Augmentation.padCrop(4).then(Augmentation.flip()),
        Extras.NONE);
  }

  /** The number of epochs, 0 where iterations are counted. */
  public int epochs() {
    return length.epochs();
  }

  /** The batches in one pass over so many images, counting a short last one. */
  int batches(int images) {
    int size = Math.min(batchSize, images);
    return (images + size - 1) / size;
  }

  /** The number of updates on a set of so many images. */
  public long iterations(int images) {
    return length.iterations(batches(images));
  }

  /** This recipe for another number of epochs. */
  public Recipe withEpochs(int changed) {
    return withLength(Length.ofEpochs(changed));
  }

  /** This recipe for another length. */
  public Recipe withLength(Length changed) {
    return new Recipe(changed, batchSize, schedule, optimiser, augmentation, extras);
  }

  /** This recipe for another batch size. */
  public Recipe withBatchSize(int changed) {
    return new Recipe(length, changed, schedule, optimiser, augmentation, extras);
  }

  /** This recipe with another schedule. */
  public Recipe withSchedule(Schedule changed) {
    return new Recipe(length, batchSize, changed, optimiser, augmentation, extras);
  }

  /** This recipe with another update rule. */
  public Recipe withOptimiser(Optimiser changed) {
    return new Recipe(length, batchSize, schedule, changed, augmentation, extras);
  }

  /** This recipe with other changes of the training images. */
  public Recipe withAugmentation(Augmentation changed) {
    return new Recipe(length, batchSize, schedule, optimiser, changed, extras);
  }

  /** This recipe with other things beside. */
  public Recipe withExtras(Extras changed) {
    return new Recipe(length, batchSize, schedule, optimiser, augmentation, changed);
  }
}
