package org.skipjack.experiment.analysis;

import java.util.List;
import java.util.Optional;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.statistics.PairedDifference;

/**
 * The difference of two arms in a metric.
 *
 * @param pair the arms
 * @param metric the figure
 * @param seeds those from which both arms have a result
 * @param difference first less second; nothing if there is no such seed
 * @param correctedP the paired test's p, corrected for all pairs of the comparison (Holm 1979)
 * @param correction how the level is corrected for all pairs, and all looks
 * @param outlook how many seeds it takes to tell the difference, the one number of it; nothing for
 *     fewer than three pairs, or without spread
 * @param verdict what may be concluded
 */
public record PairResult(
    Pairs.Pair pair,
    Metric metric,
    List<Long> seeds,
    Optional<PairedDifference> difference,
    double correctedP,
    Correction correction,
    Optional<Outlook> outlook,
    Verdict verdict) {
  /** Copies the list. */
  public PairResult {
    seeds = List.copyOf(seeds);
  }
}
