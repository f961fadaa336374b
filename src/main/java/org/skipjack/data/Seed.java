package org.skipjack.data;

import java.nio.charset.StandardCharsets;

/**
 * A random seed that splits into independent child seeds by name or by number.
 *
 * <p>A child depends on its parent's value and its own name only, never on how many children were
 * asked for before. So two nets that share a layer name draw the same weights for it, and image 17
 * of a generated set is the same in a set of 20 and in a set of 20,000.
 *
 * @param value the 64 bits of the seed; any value is good
 */
public record Seed(long value) {
  private static final long NAME = 0x5EED_0000_0000_0001L;
  private static final long INDEX = 0x5EED_0000_0000_0002L;

  /** The seed with these 64 bits. */
  public static Seed of(long value) {
    return new Seed(value);
  }

  /**
   * The child with this name, for example {@code "stage2/block0/conv1"}; compared by its UTF-8
   * bytes.
   */
  public Seed split(String name) {
    long child = SplitMix.mix(value ^ NAME);
    for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
      child = SplitMix.mix(child + SplitMix.GAMMA + letter);
    }
    return new Seed(SplitMix.mix(child ^ NAME));
  }

  /**
   * The child with this number, for example of an epoch or an image; unrelated to any child with a
   * name.
   */
  public Seed split(long index) {
    return new Seed(SplitMix.mix(SplitMix.mix(value ^ INDEX) + index * SplitMix.GAMMA));
  }

  /** A new stream of random numbers that starts here; every call gives the same stream. */
  public RandomSource random() {
    return new RandomSource(this);
  }
}
