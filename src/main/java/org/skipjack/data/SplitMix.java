package org.skipjack.data;

/**
 * The SplitMix64 step and its bit mixer (Steele, Lea and Flood 2014, with Stafford's variant 13
 * constants).
 */
final class SplitMix {
  /** The odd number nearest to 2⁶⁴ divided by the golden ratio: the step of the sequence. */
  static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

  private SplitMix() {}

  /**
   * A bijection of 64-bit words in which every input bit flips each output bit with probability
   * about one half.
   */
  static long mix(long word) {
    long mixed = (word ^ (word >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ (mixed >>> 31);
  }
}
