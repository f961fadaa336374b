package org.skipjack.experiment.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The correction of a test's level for multiple comparisons.
 *
 * @param level the chance that any of them finds what is not there, such as 0.05
 * @param tests how many share it
 * @param looks how often each is made, as seeds are added
 * @param single the level of one test at one look
 */
public record Correction(double level, int tests, int looks, double single) {

  /** Whether one test is judged at a lower level than all together. */
  public boolean isAny() {
    return tests > 1 || looks > 1;
  }

  /** The level of the interval by which one two-sided test decides. */
  public double intervalLevel() {
    return 1 - single;
  }

  /** What it is for, {@code "for 3 comparisons and 18 looks"}; for nothing, {@code ""}. */
  public String words(String what) {
    List<String> words = new ArrayList<>();
    if (tests > 1) {
      words.add(String.format(Locale.ROOT, "%d %s", tests, what));
    }
    if (looks > 1) {
      words.add(String.format(Locale.ROOT, "%d looks", looks));
    }
    return words.isEmpty() ? "" : "for " + String.join(" and ", words);
  }

  /** The level of one test, in two digits that count: {@code "0.017"}. */
  public String singleLevel() {
    return new BigDecimal(single).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
