package org.skipjack.experiment.sweep;

import java.util.Locale;

/** An argument of {@link Sweep#of}: an axis, or the number of seeds, at most once. */
public sealed interface SweepPart permits Axis, SweepPart.SeedCount {

  /**
   * The number of seeds of every point.
   *
   * @param count 1 or more
   */
  record SeedCount(int count) implements SweepPart {
    /** Checks the number. */
    public SeedCount {
      if (count < 1) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a sweep of %d seeds is none, expected 1 or more.%nFix: seeds(5)",
                count));
      }
    }
  }
}
