package org.skipjack.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * A part of a list that stands several times in a row.
 *
 * @param start where it stands first
 * @param length the number of items in the part
 * @param times how often it stands there; 1 for an item that is not folded
 */
public record RepeatedLayers(int start, int length, int times) {
  private static final int LONGEST = 32;

  /** What a fold must save to be one. */
  private record Found(RepeatedLayers run, int saved) {}

  /**
   * Cuts a list into runs of equal parts and single items.
   *
   * @param saving what folding a part with a number of repetitions saves; it is folded if that is
   *     positive, and the fold that saves most comes first
   */
  public static <T> List<RepeatedLayers> find(
      List<T> items, ToIntBiFunction<List<T>, Integer> saving) {
    List<RepeatedLayers> runs = new ArrayList<>();
    for (int i = 0; i < items.size(); ) {
      Found here = best(items, i, saving);
      boolean laterIsAsGood =
          i + 1 < items.size() && best(items, i + 1, saving).saved() >= here.saved();
      RepeatedLayers repeatedLayers = laterIsAsGood ? new RepeatedLayers(i, 1, 1) : here.run();
      runs.add(repeatedLayers);
      i += repeatedLayers.length() * repeatedLayers.times();
    }
    return runs;
  }

  private static <T> Found best(
      List<T> items, int start, ToIntBiFunction<List<T>, Integer> saving) {
    Found best = new Found(new RepeatedLayers(start, 1, 1), 0);
    int longest = Math.min(LONGEST, (items.size() - start) / 2);
    for (int length = 1; length <= longest; length++) {
      List<T> part = items.subList(start, start + length);
      int times = 1;
      int next = start + length;
      while (next + length <= items.size() && items.subList(next, next + length).equals(part)) {
        times++;
        next += length;
      }
      int saved = times > 1 ? saving.applyAsInt(part, times) : 0;
      if (saved > best.saved()) {
        best = new Found(new RepeatedLayers(start, length, times), saved);
      }
    }
    return best;
  }
}
