package org.skipjack.engine;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Which values a dropout node keeps; written once, so that every engine drops the same ones. */
public final class DropoutMask {
  private DropoutMask() {}

  /**
   * Draws the factors of one pass: 0 with probability {@code rate}, otherwise {@code 1 / (1 −
   * rate)}.
   *
   * @param factors filled, in C order
   * @param seed the long that the node took from the pass's random generator
   */
  public static void draw(INDArray factors, double rate, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float kept = (float) (1 / (1 - rate));
    float[] drawn = new float[Math.toIntExact(factors.length())];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = random.nextDouble() < rate ? 0 : kept;
    }
    factors.assign(Nd4j.createFromArray(drawn).reshape(factors.shape()));
  }
}
