package org.skipjack.experiment.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * Paired t tests that are repeated while pairs are added, all at one nominal level, which is so
 * much lower that all of them together keep the level that is wanted (Armitage, McPherson and Rowe
 * 1969; Pocock 1977). The intervals of the same nominal level are repeated confidence intervals
 * (Jennison and Turnbull 1989): the chance that any of them misses the true mean is at most one
 * less the level.
 *
 * <p>Exact for normal differences, whatever their spread, if looks are taken as said here. Stopping
 * earlier or not at all keeps the level too.
 *
 * @param first the number of pairs at the first look; 2 or more
 * @param last the number of pairs at the last look, which ends the budget
 * @param step pairs that are added between looks; the last step may be shorter
 * @param level the chance that any look finds a difference where none is, such as 0.05
 * @param nominalLevel that of each single look
 */
public record RepeatedTest(int first, int last, int step, double level, double nominalLevel) {
  /** More pairs than anybody trains. */
  public static final int MOST = 200;

  private static final double CLOSE = 1e-7;
  private static final Map<RepeatedTest, RepeatedTest> KNOWN = new ConcurrentHashMap<>();

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public RepeatedTest {
    require(first >= 2, "the first look is at %d seeds, expected 2 or more", first);
    require(last >= first, "the last look is at %d seeds, before the first", last);
    require(last <= MOST, "the last look is at %d seeds, expected at most " + MOST, last);
    require(step >= 1, "%d seeds are added between looks, expected 1 or more", step);
    require(level > 0 && level < 1, "the level is %s, expected a share between 0 and 1", level);
  }

  /** The test with these looks; the nominal level is computed once, which may take a second. */
  public static RepeatedTest of(int first, int last, int step, double level) {
    return KNOWN.computeIfAbsent(
        new RepeatedTest(first, last, step, level, level),
        uncorrected -> new RepeatedTest(first, last, step, level, uncorrected.correct()));
  }

  private static void require(boolean held, String message, Object got) {
    if (!held) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              message + ".%nFix: looks from 3 to 20 seeds, one at a time, at 0.05",
              got));
    }
  }

  /** The numbers of pairs at which to look. */
  public List<Integer> looks() {
    List<Integer> looks = new ArrayList<>();
    for (int pairs = first; pairs < last; pairs += step) {
      looks.add(pairs);
    }
    looks.add(last);
    return List.copyOf(looks);
  }

  /** The test of what a look sees; its interval has the nominal level. */
  public PairedTest at(Sample differences) {
    return PairedTest.of(differences, 1 - nominalLevel);
  }

  /**
   * The least level, by looks each on its own, and the highest are known; the right one between.
   */
  private double correct() {
    List<Integer> looks = looks();
    if (looks.size() == 1) {
      return level;
    }
    GroupSequentialTest chances = new GroupSequentialTest(looks);
    double logarithm =
        new BrentSolver(CLOSE, CLOSE, CLOSE)
            .findRoot(
                log -> chances.ofAnyRejection(Math.exp(log)) - level,
                Math.log(level / looks.size()),
                Math.log(level));
    return Math.exp(logarithm);
  }
}
