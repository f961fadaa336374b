package org.skipjack.experiment.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.ranking.NaNStrategy;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * The two-sided signed rank test of paired differences (Wilcoxon 1945), exact.
 *
 * <p>Zeros are left out, and equal sizes share the mean of their ranks. p counts, among all 2ⁿ ways
 * to give signs to these ranks, those whose sum is as far from its mean as the one at hand or
 * farther. It asks only that differences are symmetric about zero if nothing differs.
 *
 * @param sum the sum W⁺ of the ranks of positive differences
 * @param pairs n, those that are not zero
 * @param p the chance of a sum at least as far from the middle
 */
public record SignedRanks(double sum, int pairs, double p) {

  /** The test of some differences. */
  public static SignedRanks of(Sample differences) {
    double[] values = Arrays.stream(differences.array()).filter(value -> value != 0).toArray();
    if (values.length == 0) {
      return new SignedRanks(0, 0, 1);
    }
    int[] doubled = doubledRanks(values);
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] > 0 ? doubled[i] : 0;
    }
    return new SignedRanks(sum / 2.0, values.length, p(doubled, sum));
  }

  /** The least p that so many pairs can give: 2 of the 2ⁿ ways, all up or all down. */
  public static double leastP(int pairs) {
    return Math.min(1, 2 * Math.pow(0.5, pairs));
  }

  /** Twice the ranks of the sizes, so that means of ranks are whole too. */
  private static int[] doubledRanks(double[] values) {
    double[] sizes = Arrays.stream(values).map(Math::abs).toArray();
    double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).apply(sizes);
    return Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
  }

  private static double p(int[] doubledRanks, int sum) {
    double[] chances = chances(doubledRanks);
    int most = chances.length - 1;
    // Sums are whole, so twice the distance from the middle is too.
    int distance = Math.abs(2 * sum - most);
    double p = 0;
    for (int other = 0; other <= most; other++) {
      p += Math.abs(2 * other - most) >= distance ? chances[other] : 0;
    }
    return Math.min(1, p);
  }

  /** The chance of each sum when each sign falls up or down with chance ½: a rank at a time. */
  private static double[] chances(int[] ranks) {
    double[] chances = new double[Arrays.stream(ranks).sum() + 1];
    chances[0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        double raised = sum >= rank ? chances[sum - rank] : 0;
        chances[sum] = (chances[sum] + raised) / 2;
      }
    }
    return chances;
  }
}
