package org.skipjack.peers;

import java.util.SplittableRandom;
import org.skipjack.bench.BenchTask;

/** The net in another library, with a batch in memory; it belongs to one process. */
interface Peer extends AutoCloseable {

  /** The library and its version. */
  String version();

  /**
   * A whole step on the batch.
   *
   * @throws IllegalArgumentException if the library has no such task
   */
  Runnable step(BenchTask benchTask);

  @Override
  void close();

  /** Random pixels, {@code [batch, 3, 32, 32]}, in [−1, 1]. */
  static float[] images(Setup setup) {
    SplittableRandom random = new SplittableRandom(1);
    float[] pixels = new float[Math.toIntExact(setup.batch() * Setup.IMAGE.elements())];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 2 * (float) random.nextDouble() - 1;
    }
    return pixels;
  }
}
