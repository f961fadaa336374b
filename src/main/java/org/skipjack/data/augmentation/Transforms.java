package org.skipjack.data.augmentation;

import org.skipjack.data.Seed;

/**
 * The random transforms of an epoch's images: augmentation and mixup.
 *
 * @param augmentation done to each image
 * @param mixup α of mixup, see {@link Mixing}; 0 for none
 * @param draws what both are drawn from: the first by the image's place in its set, the second by
 *     the number of its batch
 */
public record Transforms(Augmentation augmentation, double mixup, Seed draws) {
  /** Nothing. */
  public static final Transforms NONE = new Transforms(Augmentation.none(), 0, Seed.of(0));

  /** Changes the image at a place. */
  public void change(ImageBuffer imageBuffer, int index) {
    augmentation.apply(imageBuffer, draws.split(index).random());
  }

  /** The share that each image of a batch keeps of itself. */
  public double share(int batch) {
    return mixup == 0 ? 1 : Mixing.share(mixup, draws.split("mixup").split(batch).random());
  }
}
