package org.skipjack.graph;

import java.util.List;
import org.skipjack.net.Window;

/**
 * The part of the input that one value of a tensor depends on: a square of pixels, of which only
 * those inside the image count.
 *
 * <p>Behind windows 1 to L in a row, of extents {@code k} and strides {@code s}, its size is {@code
 * 1 + Σ_l (k_l − 1) · s_1 · … · s_{l−1}}, and its jump {@code s_1 · … · s_L} (Araujo, Norris and
 * Sim 2019, "Computing receptive fields of convolutional neural networks", Distill,
 * doi:10.23915/distill.00021); of several ways it is the largest.
 *
 * @param size height and width of the square in pixels of the input; {@link #WHOLE} for all of it
 * @param jump pixels of the input from the square of one value to that of its neighbor
 */
public record ReceptiveField(long size, long jump) {
  /** A size beyond every image. */
  public static final long WHOLE = Long.MAX_VALUE;

  private static final long LARGEST_SIZE = 1L << 61;
  private static final long LARGEST_JUMP = 1L << 31;

  /** Of the input: a value is itself. */
  public static final ReceptiveField PIXEL = new ReceptiveField(1, 1);

  static final ReceptiveField ALL = new ReceptiveField(WHOLE, 1);

  /** Whether a value depends on all pixels whatever the image's size, as behind global pooling. */
  public boolean isWhole() {
    return size == WHOLE;
  }

  /** What one value behind a window depends on; sizes far beyond every image are cut. */
  ReceptiveField through(Window window) {
    return isWhole()
        ? this
        : new ReceptiveField(
            Math.min(size + (window.extent() - 1) * jump, LARGEST_SIZE),
            Math.min(jump * window.stride(), LARGEST_JUMP));
  }

  /** The largest of these, of which there is one at least. */
  static ReceptiveField largest(List<ReceptiveField> fields) {
    ReceptiveField largest = fields.get(0);
    for (ReceptiveField field : fields) {
      largest =
          new ReceptiveField(
              Math.max(largest.size, field.size), Math.max(largest.jump, field.jump));
    }
    return largest;
  }

  /** {@code 7×7}, or {@code all}. */
  @Override
  public String toString() {
    return isWhole() ? "all" : size + "×" + size;
  }
}
