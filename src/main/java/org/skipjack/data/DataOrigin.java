package org.skipjack.data;

import java.util.Optional;

/**
 * Records how a data split was made, so that it can be recreated.
 *
 * @param word what was read: the name of a set, or the whole path of a file or folder
 * @param options how
 * @param limit at most so many images were taken of each part, if that was said
 * @param heldOut which training images were then held out, if some were
 */
public record DataOrigin(
    String word, ReadOptions options, Optional<Integer> limit, Optional<HeldOut> heldOut) {

  /**
   * Images that are held out to choose by.
   *
   * @param images how many
   * @param seed what decides which
   */
  public record HeldOut(int images, Seed seed) {}

  /** What was read, all of it. */
  public DataOrigin(String word, ReadOptions options) {
    this(word, options, Optional.empty(), Optional.empty());
  }

  /** The same of other data. */
  public DataOrigin withWord(String changed) {
    return new DataOrigin(changed, options, limit, heldOut);
  }

  /** The split of this origin, made from data that was read again. */
  public DataSplit applyTo(DataSplit read) {
    DataSplit taken = limit.map(read::take).orElse(read);
    return heldOut.isPresent()
        ? taken.withValidation(heldOut.get().images(), heldOut.get().seed())
        : taken;
  }

  /** The origin of the first images of each part; nothing if it would take more words. */
  Optional<DataOrigin> taken(int count) {
    return limit.isPresent() || heldOut.isPresent()
        ? Optional.empty()
        : Optional.of(new DataOrigin(word, options, Optional.of(count), heldOut));
  }

  /** The origin of the split with images held out. */
  DataOrigin heldOut(int images, Seed seed) {
    return new DataOrigin(word, options, limit, Optional.of(new HeldOut(images, seed)));
  }
}
