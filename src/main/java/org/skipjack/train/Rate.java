package org.skipjack.train;

import java.math.BigDecimal;
import java.math.MathContext;

/** A learning rate in words. */
final class Rate {
  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final int LONGEST = 7;

  private Rate() {}

  /** With up to four digits, as a person would write it: {@code 0.1}, {@code 990.4}, 1e-8. */
  static String text(double rate) {
    BigDecimal rounded = BigDecimal.valueOf(rate).round(FOUR_DIGITS).stripTrailingZeros();
    boolean isShort = rounded.precision() - rounded.scale() <= LONGEST;
    return rounded.scale() < 0 && isShort
        ? rounded.toPlainString()
        : rounded.toString().replace("E+", "e").replace('E', 'e');
  }
}
