package org.skipjack.engine;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.Noise;

/** Which values a noise node keeps; written once, so that every engine drops the same ones. */
public final class DropoutMask {
  private DropoutMask() {}

  /**
   * The factors of one pass.
   *
   * @param size number of values
   * @param noise says how often a factor is zero, and what it is otherwise
   * @param seed the long that the node took from the pass's random generator
   */
  public static float[] draw(int size, Noise noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float kept = (float) noise.kept();
    float[] factors = new float[size];
    for (int i = 0; i < size; i++) {
      factors[i] = random.nextDouble() < noise.rate() ? 0 : kept;
    }
    return factors;
  }

  /** Fills an array with the factors of one pass, in C order; allocates no native memory. */
  public static void fill(INDArray factors, Noise noise, long seed) {
    Floats.write(draw(Math.toIntExact(factors.length()), noise, seed), factors);
  }
}
