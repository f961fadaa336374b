package org.skipjack.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.experiment.analysis.PairwiseAnalysis;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Seeds;

/**
 * How often a page says what is not so, in experiments without an effect whose errors are counts of
 * images: at most as often as its levels say, whichever way it says it.
 */
class FalseFindingsTest {
  private static final int IMAGES = 1_000;
  private static final int MARGIN = 5;
  private static final double LEVEL = 0.05;

  /** Images by which runs of one net differ, from next to none to many. */
  private static final List<Double> SPREADS = List.of(0.6, 3.0, 12.0);

  /** A page that might say what is not so. */
  private enum Way {
    ONE_PAIR(2),
    CORRECTED_PAIRS(3),
    CLAIMS(3),
    CLAIM_OF_EQUALITY(2),
    CLAIMS_OF_EQUALITY(3),
    EQUALITY_REFUTED(2),
    CLAIM_OF_POINTS(2),
    NOT_VERIFIED(2),
    CLAIMS_OF_BOTH_KINDS(3),
    ANYTHING_ON_THE_PAGE(3);

    private final int arms;

    Way(int arms) {
      this.arms = arms;
    }

    private List<Claim> claims() {
      return switch (this) {
        case ONE_PAIR, CORRECTED_PAIRS -> List.of();
        case CLAIMS -> List.of(above("a", "b"), above("b", "c"), above("c", "a"));
        case CLAIM_OF_EQUALITY -> List.of(within("a", "b", MARGIN));
        case CLAIMS_OF_EQUALITY -> List.of(within("a", "b", MARGIN), within("c", "a", MARGIN));
        case EQUALITY_REFUTED -> List.of(within("a", "b", 1));
        case CLAIM_OF_POINTS -> List.of(byAtLeast("a", "b", MARGIN));
        case NOT_VERIFIED -> List.of(above("a", "b"));
        case CLAIMS_OF_BOTH_KINDS ->
            List.of(within("a", "b", MARGIN), byAtLeast("a", "c", MARGIN), above("b", "c"));
        case ANYTHING_ON_THE_PAGE -> List.of(above("a", "b"), above("b", "c"));
      };
    }

    /** By how many images the first arm is worse: at the margin, equality is just not so. */
    private int shift() {
      return switch (this) {
        case ONE_PAIR, CORRECTED_PAIRS, CLAIMS, ANYTHING_ON_THE_PAGE -> 0;
        case CLAIM_OF_EQUALITY, CLAIMS_OF_EQUALITY, CLAIM_OF_POINTS, CLAIMS_OF_BOTH_KINDS -> MARGIN;
        case NOT_VERIFIED -> (int) Math.round(Claim.LEAST_THAT_MATTERS * IMAGES);
        case EQUALITY_REFUTED -> 1;
      };
    }

    /** A page of two figures and claims says that these are three tests of the level each. */
    private double level() {
      return this == ANYTHING_ON_THE_PAGE ? 3 * LEVEL : LEVEL;
    }

    private boolean saysWhatIsNotSo(PairwiseAnalysis pairwiseAnalysis) {
      return switch (this) {
        case ONE_PAIR, CORRECTED_PAIRS ->
            pairwiseAnalysis.decisions(Metric.TEST_ERROR).stream()
                .anyMatch(PairwiseAnalysis.Decision::isTold);
        case CLAIMS, CLAIM_OF_POINTS, CLAIMS_OF_BOTH_KINDS ->
            says(pairwiseAnalysis, Claim.Outcome.VERIFIED)
                || says(pairwiseAnalysis, Claim.Outcome.REFUTED);
        case NOT_VERIFIED -> says(pairwiseAnalysis, Claim.Outcome.NOT_VERIFIED);
        case ANYTHING_ON_THE_PAGE ->
            says(pairwiseAnalysis, Claim.Outcome.VERIFIED)
                || says(pairwiseAnalysis, Claim.Outcome.REFUTED)
                || Stream.of(Metric.values())
                    .flatMap(metric -> pairwiseAnalysis.decisions(metric).stream())
                    .anyMatch(PairwiseAnalysis.Decision::isTold);
        case CLAIM_OF_EQUALITY, CLAIMS_OF_EQUALITY ->
            says(pairwiseAnalysis, Claim.Outcome.VERIFIED);
        case EQUALITY_REFUTED -> says(pairwiseAnalysis, Claim.Outcome.REFUTED);
      };
    }

    private static boolean says(PairwiseAnalysis pairwiseAnalysis, Claim.Outcome outcome) {
      return pairwiseAnalysis.outcomes().stream().anyMatch(claim -> claim.outcome() == outcome);
    }
  }

  private static Claim above(String first, String second) {
    return Claim.of("so", new Claim.Side(Metric.TEST_ERROR, first).above(second));
  }

  private static Claim byAtLeast(String first, String second, int images) {
    Claim.Side side = new Claim.Side(Metric.TEST_ERROR, first);
    return Claim.of("so", side.above(second).byAtLeast((double) images / IMAGES));
  }

  private static Claim within(String first, String second, int images) {
    return Claim.of(
        "so", new Claim.Side(Metric.TEST_ERROR, first).within(100.0 * images / IMAGES).of(second));
  }

  static Stream<Arguments> ways() {
    List<Arguments> ways = new ArrayList<>();
    for (Way way : Way.values()) {
      for (double spread : SPREADS) {
        ways.add(Arguments.of(way, new int[] {5}, spread));
        ways.add(Arguments.of(way, new int[] {3, 4, 5, 6}, spread));
        ways.add(Arguments.of(way, new int[] {2, 4, 6, 8}, spread));
      }
    }
    return ways.stream();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_page_says_what_is_not_so_at_most_as_often_as_its_level(
      Way way, int[] looks, double spread) {
    assertAtMostItsLevel(way, looks, spread, 200);
  }

  @Tag("fuzz")
  @ParameterizedTest
  @MethodSource("ways")
  void in_20_000_experiments_too(Way way, int[] looks, double spread) {
    assertAtMostItsLevel(way, looks, spread, 20_000);
  }

  private static void assertAtMostItsLevel(Way way, int[] looks, double spread, int experiments) {
    int most = looks[looks.length - 1];
    Seeds seeds =
        looks.length == 1
            ? Seeds.count(most)
            : new StoppingRule(Metric.TEST_ERROR, looks[0], most, looks[1] - looks[0])
                .seeds(way.arms * (way.arms - 1) / 2);
    ExperimentPlan experimentPlan = Invented.plan(way.arms, seeds, way.claims());
    Random random = new Random(17);
    double wrong = 0;
    for (int i = 0; i < experiments; i++) {
      List<List<Double>> errors = errors(way, most, spread, random);
      for (int look : looks) {
        if (way.saysWhatIsNotSo(Invented.judgement(experimentPlan, first(errors, look)))) {
          wrong++;
          break;
        }
      }
    }
    double chance = 3 * Math.sqrt(way.level() * (1 - way.level()) / experiments);
    assertThat(wrong / experiments).isLessThanOrEqualTo(way.level() + chance);
  }

  /** Runs of one net: from one seed something is shared, the rest is each run's own. */
  private static List<List<Double>> errors(Way way, int seeds, double spread, Random random) {
    List<List<Double>> errors = new ArrayList<>();
    double[] shared = random.doubles(seeds).map(u -> 200 + 5 * random.nextGaussian()).toArray();
    for (int arm = 0; arm < way.arms; arm++) {
      List<Double> own = new ArrayList<>();
      for (int seed = 0; seed < seeds; seed++) {
        long images = Math.round(Math.rint(shared[seed]) + spread * random.nextGaussian());
        own.add((double) (images + (arm == 0 ? way.shift() : 0)) / IMAGES);
      }
      errors.add(own);
    }
    return errors;
  }

  private static List<List<Double>> first(List<List<Double>> errors, int seeds) {
    return errors.stream().map(own -> own.subList(0, seeds)).toList();
  }
}
