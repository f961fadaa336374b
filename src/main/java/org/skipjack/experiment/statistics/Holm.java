package org.skipjack.experiment.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The step-down correction of several tests (Holm 1979): with it, the chance that any true null
 * hypothesis among them is rejected at a level is at most that level, however they depend on each
 * other.
 */
public final class Holm {
  private Holm() {}

  /** The corrected p of each p, in the same order; each in [0, 1] and not below the given one. */
  public static List<Double> correct(List<Double> ps) {
    List<Integer> order =
        IntStream.range(0, ps.size()).boxed().sorted(Comparator.comparing(ps::get)).toList();
    Double[] corrected = new Double[ps.size()];
    double highest = 0;
    for (int place = 0; place < order.size(); place++) {
      int index = order.get(place);
      highest = Math.max(highest, Math.min(1, ps.get(index) * (ps.size() - place)));
      corrected[index] = highest;
    }
    return List.of(corrected);
  }
}
