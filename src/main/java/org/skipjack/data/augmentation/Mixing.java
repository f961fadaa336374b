package org.skipjack.data.augmentation;

import java.nio.FloatBuffer;
import org.skipjack.data.RandomSource;

/**
 * Mixup (Zhang et al. 2018, arXiv:1710.09412): each image of a batch becomes {@code λ} of itself
 * and {@code 1 − λ} of the image at its place in the reversed batch. The order is random, so the
 * partner is.
 */
public final class Mixing {
  private Mixing() {}

  /**
   * λ from Beta(α, α), by Jöhnk's method (1964): two powers of uniform numbers, taken again until
   * they add up to 1 at most.
   */
  static double share(double alpha, RandomSource random) {
    while (true) {
      double first = StrictMath.pow(random.nextDouble(), 1 / alpha);
      double second = StrictMath.pow(random.nextDouble(), 1 / alpha);
      double sum = first + second;
      if (sum <= 1 && sum > 0) {
        return first / sum;
      }
    }
  }

  /** Mixes {@code count} images of {@code size} values that lie one after the other. */
  public static void mix(FloatBuffer images, int count, int size, float share) {
    for (int image = 0; image < count / 2; image++) {
      int here = image * size;
      int there = (count - 1 - image) * size;
      for (int i = 0; i < size; i++) {
        float one = images.get(here + i);
        float other = images.get(there + i);
        images.put(here + i, share * one + (1 - share) * other);
        images.put(there + i, share * other + (1 - share) * one);
      }
    }
  }
}
