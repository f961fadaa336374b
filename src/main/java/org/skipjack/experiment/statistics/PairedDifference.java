package org.skipjack.experiment.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The difference of two arms that were run from the same seeds, first less second, judged in
 * several ways.
 *
 * @param first the values of the first arm
 * @param second those of the second, of the same seeds
 * @param differences of each seed
 * @param test Student's, with its interval
 * @param bootstrap the interval that does not ask for normal differences, but for many; nothing for
 *     fewer than {@link Bootstrap#FEWEST}
 * @param ranks Wilcoxon's test
 * @param effect how large the difference is beside its spread
 */
public record PairedDifference(
    Sample first,
    Sample second,
    Sample differences,
    PairedTest test,
    Optional<Interval> bootstrap,
    SignedRanks ranks,
    EffectSize effect) {

  /**
   * The difference of two samples.
   *
   * @param level of the intervals, such as 0.95
   * @param random what draws the bootstrap's resamples
   * @throws IllegalArgumentException if they are not of one size
   */
  public static PairedDifference of(
      Sample first, Sample second, double level, RandomGenerator random) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "pairs need two samples of one size, got %d and %d values",
              first.size(),
              second.size()));
    }
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      values.add(first.values().get(i) - second.values().get(i));
    }
    Sample differences = new Sample(values);
    return new PairedDifference(
        first,
        second,
        differences,
        PairedTest.of(differences, level),
        differences.size() < Bootstrap.FEWEST
            ? Optional.empty()
            : Optional.of(Bootstrap.of(differences, level, random)),
        SignedRanks.of(differences),
        EffectSize.of(differences));
  }

  /** The number of pairs. */
  public int pairs() {
    return differences.size();
  }

  /** Whether there is a spread of differences to judge their mean by. */
  public boolean hasSpread() {
    return pairs() > 1 && !differences.isConstant();
  }
}
