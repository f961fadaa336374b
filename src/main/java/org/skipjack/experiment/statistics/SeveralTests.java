package org.skipjack.experiment.statistics;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The chance that any of several paired t tests of the same normal differences, some of them
 * shared, tells a difference where there is none; by simulation, with the same draws whenever it is
 * asked.
 */
public final class SeveralTests {
  private static final int EXPERIMENTS = 20_000;
  private static final int FEWEST = 2_000;
  private static final int MOST_TESTS = 4_000_000;

  private SeveralTests() {}

  /**
   * One test.
   *
   * @param places of the differences that it is of, from 0; two or more
   * @param level the chance that it alone tells a difference
   */
  public record Test(List<Integer> places, double level) {
    /** Copies the list. */
    public Test {
      places = List.copyOf(places);
    }
  }

  /** The share of experiments in which one test or more tells a difference. */
  public static double level(List<Test> tests, RandomGenerator random) {
    int differences =
        1 + tests.stream().flatMap(test -> test.places().stream()).mapToInt(i -> i).max().orElse(0);
    int[][] places =
        tests.stream()
            .map(test -> test.places().stream().mapToInt(i -> i).toArray())
            .toArray(int[][]::new);
    double[] critical =
        tests.stream()
            .mapToDouble(test -> PairedTest.critical(1 - test.level(), test.places().size() - 1))
            .toArray();
    int experiments =
        Math.max(FEWEST, Math.min(EXPERIMENTS, MOST_TESTS / Math.max(1, tests.size())));
    double[] drawn = new double[differences];
    int told = 0;
    for (int experiment = 0; experiment < experiments; experiment++) {
      for (int i = 0; i < differences; i++) {
        drawn[i] = random.nextGaussian();
      }
      if (anyTells(drawn, places, critical)) {
        told++;
      }
    }
    return (double) told / experiments;
  }

  private static boolean anyTells(double[] drawn, int[][] places, double[] critical) {
    for (int test = 0; test < places.length; test++) {
      if (tells(drawn, places[test], critical[test])) {
        return true;
      }
    }
    return false;
  }

  private static boolean tells(double[] drawn, int[] places, double critical) {
    int n = places.length;
    double sum = 0;
    for (int place : places) {
      sum += drawn[place];
    }
    double mean = sum / n;
    double squares = 0;
    for (int place : places) {
      squares += (drawn[place] - mean) * (drawn[place] - mean);
    }
    // |t| > c without a root: n·m² / (s / (n − 1)) > c²
    return n * mean * mean * (n - 1) > critical * critical * squares;
  }
}
