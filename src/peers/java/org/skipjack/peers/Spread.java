package org.skipjack.peers;

import java.util.List;
import java.util.Locale;
import org.skipjack.bench.StepTimes;

/** Median, lowest and highest of a few numbers. */
record Spread(double median, double lowest, double highest) {
  static Spread of(List<Double> numbers) {
    StepTimes sorted = new StepTimes(numbers);
    return new Spread(sorted.median(), sorted.quantile(0), sorted.quantile(1));
  }

  /** Lowest to highest in a number format such as {@code %.1f}. */
  String range(String format) {
    return String.format(Locale.ROOT, format + " to " + format, lowest, highest);
  }
}
