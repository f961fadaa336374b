package org.skipjack.experiment.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.skipjack.experiment.statistics.RepeatedTest;

/** The seeds of an experiment: fixed beforehand, or added by a stopping rule. */
public sealed interface Seeds {

  /** The seeds that may be run, in the order in which they are. */
  List<Long> all();

  /** The numbers of seeds after which to look at the results; the last is all of them. */
  List<Integer> looks();

  /** How they are chosen, in a sentence that can be read before the first run. */
  String words();

  /** More than anybody trains of one net. */
  int MOST = 10_000;

  /** Seeds 1 to {@code count}. */
  static Seeds count(int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "seeds is %d, expected 1 to %d.%nFix: --seeds 5, or seeds(5)",
              count,
              MOST));
    }
    return new Fixed(LongStream.rangeClosed(1, count).boxed().toList());
  }

  /**
   * A fixed list of seeds.
   *
   * @param seeds at least one, all different
   */
  record Fixed(List<Long> seeds) implements Seeds {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if it is empty, or has a seed twice
     */
    public Fixed {
      seeds = List.copyOf(seeds);
      if (seeds.isEmpty() || seeds.stream().distinct().count() < seeds.size()) {
        throw new IllegalArgumentException(
            "the seeds are %s, expected one or more that differ.%nFix: seeds(1, 2, 3)"
                .formatted(seeds));
      }
    }

    @Override
    public List<Long> all() {
      return seeds;
    }

    @Override
    public List<Integer> looks() {
      return List.of(seeds.size());
    }

    @Override
    public String words() {
      return "The seeds are fixed: %s.".formatted(joined(seeds));
    }
  }

  /**
   * Seeds 1, 2, 3 … until the interval of every compared difference excludes zero, or the budget
   * ends.
   *
   * @param metric whose differences decide
   * @param rule when to look, and at which level; of each pair that is compared
   */
  record UntilDecided(Metric metric, RepeatedTest rule) implements Seeds {
    @Override
    public List<Long> all() {
      return LongStream.rangeClosed(1, rule.last()).boxed().toList();
    }

    @Override
    public List<Integer> looks() {
      return rule.looks();
    }

    @Override
    public String words() {
      return String.format(
          Locale.ROOT,
          "Seeds are added by a rule: after %s seeds, look at the interval of the %s's difference at level %.5f; stop when it excludes zero for every pair, or after %d seeds. The levels are chosen so that all looks together find a difference where none is with a chance of %.4g at most, if differences are normal (Armitage, McPherson and Rowe 1969; Pocock 1977).",
          joined(rule.looks()),
          metric,
          1 - rule.nominalLevel(),
          rule.last(),
          rule.level());
    }
  }

  private static String joined(List<?> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
