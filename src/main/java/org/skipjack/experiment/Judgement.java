package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skipjack.data.Seed;
import org.skipjack.experiment.statistics.Holm;
import org.skipjack.experiment.statistics.Interval;
import org.skipjack.experiment.statistics.PairedDifference;
import org.skipjack.experiment.statistics.PairedTest;
import org.skipjack.experiment.statistics.Sample;

/** Holds the arms of an experiment against each other. */
final class Judgement {
  /** The usual chance to see a difference where none is. */
  static final double LEVEL = 0.05;

  private final Plan plan;
  private final List<ArmResult> arms;

  Judgement(Plan plan, List<ArmResult> arms) {
    this.plan = plan;
    this.arms = arms;
  }

  /** All pairs in both figures, corrected within each figure. */
  List<PairResult> pairs() {
    List<PairResult> results = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      results.addAll(pairs(metric));
    }
    return results;
  }

  List<PairResult> pairs(Metric metric) {
    List<Pairs.Pair> pairs = plan.pairs().of(plan.arms());
    List<Optional<PairedDifference>> differences =
        pairs.stream()
            .map(pair -> difference(pair.first(), pair.second(), metric, level()))
            .toList();
    List<Double> corrected =
        Holm.correct(
            differences.stream().map(one -> one.map(d -> d.test().p()).orElse(1.0)).toList());
    List<PairResult> results = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      results.add(result(pairs.get(i), metric, differences.get(i), corrected.get(i)));
    }
    return results;
  }

  private PairResult result(
      Pairs.Pair pair, Metric metric, Optional<PairedDifference> difference, double corrected) {
    int comparisons = plan.pairs().of(plan.arms()).size();
    boolean repeated = plan.seeds() instanceof Seeds.UntilDecided;
    Verdict verdict =
        difference
            .map(
                found ->
                    Verdict.of(
                        pair,
                        metric,
                        found,
                        repeated
                            ? new Verdict.Standard(1 - level(), found.test().p(), comparisons, true)
                            : new Verdict.Standard(LEVEL, corrected, comparisons, false)))
            .orElseGet(() -> Verdict.none(pair, metric));
    return new PairResult(
        pair, metric, seeds(pair.first(), pair.second()), difference, corrected, verdict);
  }

  /** What becomes of the plan's claims, corrected for their number (Bonferroni). */
  List<ClaimResult> claims() {
    double single = 1 - LEVEL / Math.max(1, plan.claims().size());
    return plan.claims().stream().map(claim -> judge(claim, Math.max(single, level()))).toList();
  }

  private ClaimResult judge(Claim claim, double level) {
    Interval interval =
        difference(
                claim.statement().first(),
                claim.statement().second(),
                claim.statement().metric(),
                level)
            .map(PairedDifference::test)
            .map(PairedTest::interval)
            .orElse(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level));
    return new ClaimResult(claim, claim.judge(interval), interval);
  }

  /** The level of intervals: the usual one, or that of one look of many. */
  private double level() {
    return plan.seeds() instanceof Seeds.UntilDecided until
        ? 1 - until.rule().nominalLevel()
        : 1 - LEVEL;
  }

  private List<Long> seeds(String first, String second) {
    return plan.seeds().all().stream()
        .filter(seed -> arm(first).has(seed) && arm(second).has(seed))
        .toList();
  }

  private Optional<PairedDifference> difference(
      String first, String second, Metric metric, double level) {
    List<Long> seeds = seeds(first, second);
    return seeds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PairedDifference.of(
                sample(first, seeds, metric),
                sample(second, seeds, metric),
                level,
                Seed.of(0).split("bootstrap").random()));
  }

  private Sample sample(String name, List<Long> seeds, Metric metric) {
    ArmResult arm = arm(name);
    return new Sample(seeds.stream().map(seed -> arm.of(seed, metric)).toList());
  }

  private ArmResult arm(String name) {
    return arms.stream().filter(arm -> arm.name().equals(name)).findFirst().orElseThrow();
  }
}
