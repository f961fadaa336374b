package org.skipjack.experiment.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skipjack.data.Seed;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.statistics.Holm;
import org.skipjack.experiment.statistics.Interval;
import org.skipjack.experiment.statistics.PairedDifference;
import org.skipjack.experiment.statistics.Sample;

/** Holds the arms of an experiment against each other. */
public final class PairwiseAnalysis {
  private final ExperimentPlan experimentPlan;
  private final List<ArmResult> arms;
  private final Levels levels;

  public PairwiseAnalysis(ExperimentPlan experimentPlan, List<ArmResult> arms) {
    this.experimentPlan = experimentPlan;
    this.arms = arms;
    this.levels = new Levels(experimentPlan);
  }

  /** All pairs in both figures, corrected within each figure. */
  public List<PairResult> pairs() {
    List<PairResult> results = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      results.addAll(pairs(metric));
    }
    return results;
  }

  List<PairResult> pairs(Metric metric) {
    return decisions(metric).stream().map(decision -> result(metric, decision)).toList();
  }

  /**
   * The test of a pair.
   *
   * @param difference first less second; nothing if there is no such seed
   * @param holm the paired test's p, corrected for all pairs
   */
  public record Decision(
      Pairs.Pair pair,
      Optional<PairedDifference> difference,
      double holm,
      Verdict.Standard standard) {
    /** Whether the difference is told from none. */
    public boolean isTold() {
      return difference.map(standard::tells).orElse(false);
    }
  }

  public List<Decision> decisions(Metric metric) {
    List<Pairs.Pair> pairs = experimentPlan.pairs().of(experimentPlan.arms());
    List<Optional<PairedDifference>> differences =
        pairs.stream()
            .map(pair -> difference(pair.first(), pair.second(), metric, pairLevel()))
            .toList();
    List<Double> ps =
        differences.stream().map(one -> one.map(d -> d.test().p()).orElse(1.0)).toList();
    List<Double> holm = Holm.correct(ps);
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      double p = isByRule() ? ps.get(i) : holm.get(i);
      decisions.add(
          new Decision(
              pairs.get(i),
              differences.get(i),
              holm.get(i),
              new Verdict.Standard(p, levels.pairs())));
    }
    return decisions;
  }

  private PairResult result(Metric metric, Decision decision) {
    Pairs.Pair pair = decision.pair();
    Correction correction = decision.standard().correction();
    Optional<Outlook> outlook =
        decision.difference().flatMap(found -> Outlook.ofDifference(found, correction.single()));
    Verdict verdict =
        decision
            .difference()
            .map(found -> Verdict.of(pair, metric, found, decision.standard(), outlook))
            .orElseGet(() -> Verdict.none(pair, metric));
    return new PairResult(
        pair,
        metric,
        seeds(pair.first(), pair.second()),
        decision.difference(),
        decision.holm(),
        correction,
        outlook,
        verdict);
  }

  /** What becomes of the plan's claims. */
  public List<ClaimResult> claims() {
    return outcomes().stream().map(this::withOutlook).toList();
  }

  /**
   * The same without an outlook. One interval decides either way: that which misses the true
   * difference, on any side, as seldom as the level says; equality is then verified by two
   * one-sided tests at half of it.
   */
  public List<ClaimResult> outcomes() {
    Correction correction = levels.claims();
    return experimentPlan.claims().stream().map(claim -> judge(claim, correction)).toList();
  }

  private ClaimResult judge(Claim claim, Correction correction) {
    double level = correction.intervalLevel();
    Optional<PairedDifference> found = difference(claim.statement(), level);
    Interval interval =
        found
            .map(difference -> difference.test().interval())
            .orElse(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level));
    return new ClaimResult(
        claim,
        claim.judge(interval),
        interval,
        correction,
        found.map(PairedDifference::pairs).orElse(0),
        Optional.empty());
  }

  private ClaimResult withOutlook(ClaimResult judged) {
    boolean open = judged.outcome() == Claim.Outcome.UNDERPOWERED;
    return open && judged.claim().statement() instanceof Claim.Within within
        ? judged.with(
            difference(within, judged.difference().level())
                .flatMap(
                    found ->
                        Outlook.ofEquality(
                            found.differences(),
                            within.margin(),
                            judged.correction().single() / 2)))
        : judged;
  }

  private Optional<PairedDifference> difference(Claim.Statement statement, double level) {
    return difference(statement.first(), statement.second(), statement.metric(), level);
  }

  /** A rule of one look is a fixed number of seeds. */
  private boolean isByRule() {
    return levels.pairs().looks() > 1;
  }

  /** The level of a pair's intervals: the usual one of each alone, or that of one look of many. */
  private double pairLevel() {
    return isByRule() ? levels.pairs().intervalLevel() : 1 - Levels.LEVEL;
  }

  private List<Long> seeds(String first, String second) {
    return experimentPlan.seeds().all().stream()
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
