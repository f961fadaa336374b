package org.skipjack.net;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Nets of a part that is repeated. What is asked for is counted before it is made, the repeats
 * around a repeat included: what nobody means ends in a sentence and not in a full memory.
 */
final class Repetition {
  /** The deepest nets that were trained have some ten thousand layers. */
  private static final int MOST_TIMES = 100_000;

  private static final int MOST_LAYERS = 1_000_000;

  /** How often the part that is being made on this thread will be there. */
  private static final ThreadLocal<Long> AROUND = ThreadLocal.withInitial(() -> 1L);

  private Repetition() {}

  static Net repeat(Net start, int times, UnaryOperator<Net> part) {
    if (times < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "repeat was asked for %d times, expected 0 or more.%nFix: repeat(3, n -> …)",
              times));
    }
    return within(times, () -> repeated(start, times, part));
  }

  private static Net repeated(Net start, int times, UnaryOperator<Net> part) {
    Net net = start;
    for (int i = 0; i < times; i++) {
      net = part.apply(net);
      if (i == 0) {
        requireFew(layers(net) - layers(start), times);
      }
    }
    return net;
  }

  /** Makes what stands in a repeat. */
  static <T> T within(int times, Supplier<T> made) {
    long around = AROUND.get();
    long all = around * times;
    if (all > MOST_TIMES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "repeat(%d, …)%s makes %,d parts, expected at most %,d.%nFix: repeat(3, n -> …)",
              times,
              around == 1 ? "" : String.format(Locale.ROOT, ", %,d times,", around),
              all,
              MOST_TIMES));
    }
    AROUND.set(Math.max(1, all));
    try {
      return made.get();
    } finally {
      AROUND.set(around);
    }
  }

  private static void requireFew(long each, int times) {
    if (each * times > MOST_LAYERS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "repeat(%d, …) of a part of %,d layers makes %,d layers, expected at most %,d.%nFix: repeat(3, n -> …)",
              times,
              each,
              each * times,
              MOST_LAYERS));
    }
  }

  /** At every depth. */
  private static long layers(Net net) {
    return net.layers().stream().mapToLong(Repetition::layers).sum();
  }

  private static long layers(Layer layer) {
    if (layer instanceof Layer.Named named) {
      return layers(named.layer());
    }
    if (layer instanceof Layer.Residual residual) {
      return 1 + layers(residual.body());
    }
    return layer instanceof Layer.Block block ? 1 + layers(block.body()) : 1;
  }
}
