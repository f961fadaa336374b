package org.skipjack.experiment.analysis;

import java.util.Locale;
import org.skipjack.experiment.statistics.Interval;
import org.skipjack.experiment.statistics.Sample;

/** Formats figures, the same in tables, sentences and reports. */
public final class FigureFormat {
  private static final double LEAST_P = 0.0001;

  private FigureFormat() {}

  /** A share in per cent, {@code "8.51 %"}. */
  public static String percent(double share) {
    return number(100 * share) + " %";
  }

  /**
   * A difference of shares in percentage points with its sign, {@code "+0.26"} or {@code "−1.11"}.
   */
  public static String points(double share) {
    String size = number(Math.abs(100 * share));
    return size.equals("0.00") ? size : (share < 0 ? "−" : "+") + size;
  }

  /** An interval of such differences, {@code "+0.75 to +1.47"}. */
  public static String points(Interval interval) {
    return Double.isInfinite(interval.low())
        ? "unknown"
        : points(interval.low()) + " to " + points(interval.high());
  }

  /** Mean and standard deviation in per cent, {@code "8.51 ± 0.22 %"}; of one value, it alone. */
  public static String meanAndDeviation(Sample sample) {
    return sample.size() == 1
        ? percent(sample.mean())
        : "%s ± %s %%"
            .formatted(number(100 * sample.mean()), number(100 * sample.standardDeviation()));
  }

  /** A chance with its sign, {@code "= 0.125"} or {@code "< 0.0001"}. */
  public static String p(double p) {
    if (p < LEAST_P) {
      return "< 0.0001";
    }
    return "= " + (p < 0.1 ? significant(p) : String.format(Locale.ROOT, "%.3f", p));
  }

  /** Two digits that count: 0.012, 0.00034. */
  private static String significant(double p) {
    int decimals = 1 - (int) Math.floor(Math.log10(p));
    return String.format(Locale.ROOT, "%." + decimals + "f", p);
  }

  /** A level in per cent without needless decimals, {@code "95 %"} or {@code "99.23 %"}. */
  public static String level(double level) {
    String text = String.format(Locale.ROOT, "%.2f", 100 * level);
    return text.replaceAll("\\.?0+$", "") + " %";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
