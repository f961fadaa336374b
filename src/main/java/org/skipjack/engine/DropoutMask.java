package org.skipjack.engine;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.Noise;

/** Which values a noise node keeps; written once, so that every engine drops the same ones. */
public final class DropoutMask {
  /** Factors that are drawn at a time, so that no array of Java's grows with the values. */
  private static final int CHUNK = 1 << 12;

  private DropoutMask() {}

  /**
   * The factors of one pass.
   *
   * @param size number of values
   * @param noise says how often a factor is zero, and what it is otherwise
   * @param seed the long that the node took from the pass's random generator
   */
  public static float[] draw(int size, Noise noise, long seed) {
    float[] factors = new float[size];
    draw(factors, size, noise, new SplittableRandom(seed));
    return factors;
  }

  private static void draw(float[] factors, int count, Noise noise, SplittableRandom random) {
    float kept = (float) noise.kept();
    for (int i = 0; i < count; i++) {
      factors[i] = random.nextDouble() < noise.rate() ? 0 : kept;
    }
  }

  /** Fills an array with the factors of one pass, in C order; allocates no native memory. */
  public static void fill(INDArray factors, Noise noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long size = factors.length();
    float[] chunk = new float[(int) Math.min(CHUNK, size)];
    for (long from = 0; from < size; from += chunk.length) {
      int count = (int) Math.min(chunk.length, size - from);
      draw(chunk, count, noise, random);
      Floats.write(chunk, count, factors, from);
    }
  }
}
