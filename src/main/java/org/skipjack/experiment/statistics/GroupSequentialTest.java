package org.skipjack.experiment.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The chance that any of some repeated t tests rejects a true null hypothesis, by numerical
 * integration.
 *
 * <p>With S and Q the sum and the sum of squares of the first n differences, {@code U = S / √Q} is
 * t in other words: {@code t = U √(n−1) / √(n − U²)}. If differences are normal with mean zero, the
 * vector of the first n has a direction that is independent of its length, so U is a Markov chain:
 * the next one is {@code (U + z) / √(1 + z²)}, where z, the next difference over √Q, is a t
 * variable of n degrees of freedom over √n, independent of all before. With {@code z = tan φ} that
 * is {@code U cos φ + sin φ}, and φ has a density in proportion to {@code cosⁿ⁻¹ φ}. So the chance
 * to pass all later looks is an integral over φ of that chance one difference later, from the last
 * look back to the first difference.
 */
final class GroupSequentialTest {
  private static final int GRID = 256;
  private static final int STEPS = 96;
  private static final double REACH = 9;

  private final List<Integer> looks;

  GroupSequentialTest(List<Integer> looks) {
    this.looks = looks;
  }

  double ofAnyRejection(double nominalLevel) {
    int last = looks.get(looks.size() - 1);
    double limit = limit(last, nominalLevel);
    double[] passing = new double[GRID + 1];
    Arrays.fill(passing, 1);
    for (int n = last - 1; n > 1; n--) {
      double here = looks.contains(n) ? limit(n, nominalLevel) : Math.sqrt(n);
      Step step = new Step(n, passing, limit);
      double[] earlier = new double[GRID + 1];
      Arrays.setAll(earlier, i -> step.from(here * i / GRID));
      passing = earlier;
      limit = here;
    }
    // The first U is 1 or −1.
    return 1 - new Step(1, passing, limit).from(1);
  }

  /** The largest |U| that a look accepts. */
  private static double limit(int n, double nominalLevel) {
    double t = PairedTest.critical(1 - nominalLevel, n - 1.0);
    return t * Math.sqrt(n / (n - 1 + t * t));
  }

  /** The step from n differences to n + 1. */
  private static final class Step {
    private final int n;
    private final double[] passing;
    private final double limit;
    private final double factor;

    /**
     * A step.
     *
     * @param passing the chance to pass all looks after it, for |U| from 0 to the limit
     * @param limit the largest |U| that is accepted after it
     */
    Step(int n, double[] passing, double limit) {
      this.n = n;
      this.passing = passing;
      this.limit = limit;
      factor =
          Math.exp(LogGamma.value((n + 1) / 2.0) - LogGamma.value(n / 2.0) - Math.log(Math.PI) / 2);
    }

    double from(double u) {
      double length = Math.sqrt(1 + u * u);
      double angle = Math.atan(u);
      double reach = Math.min(Math.PI / 2, REACH / Math.sqrt(n));
      if (limit >= length) {
        return integral(u, -reach, reach);
      }
      // u cos φ + sin φ = length · sin(φ + angle) comes back below the limit beyond its top.
      double half = Math.asin(limit / length);
      double middle = integral(u, Math.max(-reach, -half - angle), Math.min(reach, half - angle));
      double beyond = integral(u, Math.max(-reach, Math.PI - half - angle), reach);
      return middle + beyond;
    }

    /** Simpson's rule. */
    private double integral(double u, double from, double to) {
      if (to <= from) {
        return 0;
      }
      double step = (to - from) / STEPS;
      double sum = 0;
      for (int i = 0; i <= STEPS; i++) {
        double weight = i == 0 || i == STEPS ? 1 : i % 2 == 0 ? 2 : 4;
        double angle = from + i * step;
        double next = u * Math.cos(angle) + Math.sin(angle);
        sum += weight * density(angle) * passing(Math.abs(next));
      }
      return sum * step / 3;
    }

    private double density(double angle) {
      return factor * Math.pow(Math.cos(angle), n - 1.0);
    }

    /** The cubic through the four nearest points; the chance is even in U. */
    private double passing(double u) {
      double place = Math.min(GRID, GRID * u / limit);
      int first = Math.min(GRID - 3, (int) place - 1);
      double x = place - first;
      return -passing[Math.abs(first)] * (x - 1) * (x - 2) * (x - 3) / 6
          + passing[first + 1] * x * (x - 2) * (x - 3) / 2
          - passing[first + 2] * x * (x - 1) * (x - 3) / 2
          + passing[first + 3] * x * (x - 1) * (x - 2) / 6;
    }
  }
}
