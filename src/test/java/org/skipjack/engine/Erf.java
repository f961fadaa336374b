package org.skipjack.engine;

/** The error function, exact to about 1e-13, so that differences of it can be taken. */
final class Erf {
  private static final double MIDDLE = 2.5;

  private Erf() {}

  static double value(double x) {
    return Math.abs(x) < MIDDLE ? series(x) : Math.signum(x) * (1 - tail(Math.abs(x)));
  }

  /** 2 / √π · Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)). */
  private static double series(double x) {
    double power = x;
    double sum = x;
    for (int n = 1; n < 60; n++) {
      power *= -x * x / n;
      sum += power / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  /** 1 − erf(x), by the continued fraction exp(−x²) / √π / (x + ½ / (x + 1 / (x + 1½ / …))). */
  private static double tail(double x) {
    double fraction = x;
    for (int n = 80; n > 0; n--) {
      fraction = x + n / 2.0 / fraction;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
  }
}
