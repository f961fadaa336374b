package org.skipjack.train;

import org.skipjack.data.Augmentation;

/**
 * How a net is trained.
 *
 * @param epochs passes over the training set; positive
 * @param batchSize images in one update; positive
 * @param schedule the learning rate by iteration
 * @param optimiser the update rule
 * @param augmentation what is done to each training image at random
 */
public record Recipe(
    int epochs, int batchSize, Schedule schedule, Sgd optimiser, Augmentation augmentation) {

  /**
   * 10 epochs of 128 images, cosine from 0.1, and the momentum and weight decay of He et al. 2015.
   */
  public static final Recipe DEFAULT = new Recipe(10, 128, Schedule.cosine(0.1), Sgd.HE);

  /** Checks the counts. */
  public Recipe {
    requirePositive("epochs", epochs, "10");
    requirePositive("batch size", batchSize, "128");
  }

  /** A recipe without augmentation. */
  public Recipe(int epochs, int batchSize, Schedule schedule, Sgd optimiser) {
    this(epochs, batchSize, schedule, optimiser, Augmentation.none());
  }

  /** This recipe for another number of epochs. */
  public Recipe withEpochs(int changed) {
    return new Recipe(changed, batchSize, schedule, optimiser, augmentation);
  }

  /** This recipe for another batch size. */
  public Recipe withBatchSize(int changed) {
    return new Recipe(epochs, changed, schedule, optimiser, augmentation);
  }

  /** This recipe with another schedule. */
  public Recipe withSchedule(Schedule changed) {
    return new Recipe(epochs, batchSize, changed, optimiser, augmentation);
  }

  /** This recipe with other changes of the training images. */
  public Recipe withAugmentation(Augmentation changed) {
    return new Recipe(epochs, batchSize, schedule, optimiser, changed);
  }

  private static void requirePositive(String what, int value, String usual) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "%s is %d, expected 1 or more.%nFix: %s is usual".formatted(what, value, usual));
    }
  }
}
