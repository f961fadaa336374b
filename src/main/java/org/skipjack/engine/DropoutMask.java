package org.skipjack.engine;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which values a dropout node keeps; written once, so that every engine drops the same ones. */
public final class DropoutMask {
  private DropoutMask() {}

  /**
   * The factors of one pass: 0 with probability {@code rate}, otherwise {@code 1 / (1 − rate)}.
   *
   * @param size number of values
   * @param seed the long that the node took from the pass's random generator
   */
  public static float[] draw(int size, double rate, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float kept = (float) (1 / (1 - rate));
    float[] factors = new float[size];
    for (int i = 0; i < size; i++) {
      factors[i] = random.nextDouble() < rate ? 0 : kept;
    }
    return factors;
  }

  /** Fills an array with the factors of one pass, in C order; allocates no native memory. */
  public static void fill(INDArray factors, double rate, long seed) {
    Floats.write(draw(Math.toIntExact(factors.length()), rate, seed), factors);
  }
}
