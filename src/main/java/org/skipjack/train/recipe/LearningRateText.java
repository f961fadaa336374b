package org.skipjack.train.recipe;

import java.math.BigDecimal;
import java.math.MathContext;

/** Formats learning rates. */
public final class LearningRateText {
  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final int LONGEST = 7;

  private LearningRateText() {}

  /** A learning rate with up to four digits: {@code 0.1}, {@code 990.4}, 1e-8. */
  public static String text(double rate) {
    BigDecimal rounded = BigDecimal.valueOf(rate).round(FOUR_DIGITS).stripTrailingZeros();
    boolean isShort = rounded.precision() - rounded.scale() <= LONGEST;
    return rounded.scale() < 0 && isShort
        ? rounded.toPlainString()
        : rounded.toString().replace("E+", "e").replace('E', 'e');
  }
}
