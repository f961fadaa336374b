package org.skipjack.data;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers with the same bits on every JDK and platform: SplitMix64 (Steele, Lea
 * and Flood 2014).
 *
 * <p>The state starts at the seed's value; each {@link #nextLong()} adds {@code 0x9E3779B97F4A7C15}
 * and returns the mixed state. The methods overridden here are fixed for good; those inherited from
 * {@link RandomGenerator} may change with the JDK, so results that must be repeatable use only
 * these. Not safe for use by several threads: give each its own split of the {@link Seed}.
 */
public final class RandomSource implements RandomGenerator {
  private long state;
  private double spareGaussian;
  private boolean hasSpareGaussian;

  RandomSource(Seed seed) {
    state = seed.value();
  }

  /**
   * The seed whose stream is what is left of this one, as long as this one is not used.
   *
   * @throws IllegalStateException if a number of the last pair of {@link #nextGaussian} is left
   */
  public Seed rest() {
    if (hasSpareGaussian) {
      throw new IllegalStateException(
          "a stream cannot be continued elsewhere between two normal numbers of a pair.");
    }
    return Seed.of(state);
  }

  @Override
  public long nextLong() {
    state += SplitMix.GAMMA;
    return SplitMix.mix(state);
  }

  /** The upper 32 bits of the next word. */
  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  /**
   * A number from 0 up to and without {@code bound}, each exactly as likely (Lemire 2019,
   * arXiv:1805.10941).
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  @Override
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException(
          "the bound of a random number must be positive, got " + bound + ".");
    }
    long product = (nextLong() >>> 32) * bound;
    long fraction = product & 0xFFFF_FFFFL;
    if (fraction < bound) {
      long unfair = (1L << 32) % bound;
      while (fraction < unfair) {
        product = (nextLong() >>> 32) * bound;
        fraction = product & 0xFFFF_FFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [origin, bound): {@code origin + (bound − origin) · nextDouble()}. */
  @Override
  public double nextDouble(double origin, double bound) {
    return origin + (bound - origin) * nextDouble();
  }

  /** Uniform in [0, 1), a multiple of 2⁻²⁴. */
  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1.0p-24f;
  }

  /**
   * Normal with mean 0 and standard deviation 1, by Marsaglia's polar method; every second call
   * uses no new word.
   */
  @Override
  public double nextGaussian() {
    if (hasSpareGaussian) {
      hasSpareGaussian = false;
      return spareGaussian;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = y * scale;
    hasSpareGaussian = true;
    return x * scale;
  }

  /**
   * The numbers from 0 up to and without {@code size} in a random order, all orders being equally
   * likely (Fisher–Yates).
   *
   * @throws IllegalArgumentException if {@code size} is negative
   */
  public int[] permutation(int size) {
    if (size < 0) {
      throw new IllegalArgumentException(
          "a permutation needs a size of 0 or more, got " + size + ".");
    }
    int[] order = new int[size];
    for (int last = 0; last < size; last++) {
      int other = nextInt(last + 1);
      order[last] = order[other];
      order[other] = last;
    }
    return order;
  }
}
