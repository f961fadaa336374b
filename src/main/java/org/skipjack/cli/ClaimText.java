package org.skipjack.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.Metric;

/**
 * Claims as they are typed: {@code training plain56 > plain20 by 2}, {@code test a = b within 0.5}.
 */
final class ClaimText {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern ABOVE =
      Pattern.compile("(training|test)\\s+(.+?)\\s*([<>])\\s*(.+?)(?:\\s+by\\s+" + NUMBER + ")?");
  private static final Pattern WITHIN =
      Pattern.compile("(training|test)\\s+(.+?)\\s*=\\s*(.+?)\\s+within\\s+" + NUMBER);

  private ClaimText() {}

  /**
   * The comparison with a claim more.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static Comparison add(String text, Comparison comparison) {
    Matcher within = WITHIN.matcher(text.strip());
    if (within.matches()) {
      return equal(within, comparison);
    }
    Matcher above = ABOVE.matcher(text.strip());
    if (above.matches() && !above.group(4).matches(".*\\swithin\\s.*")) {
      return above(above, comparison);
    }
    throw new IllegalArgumentException(
        "the claim is \"%s\", expected an error, two nets, and which is higher, or within how many points they are equal.%nFix: --claim \"training plain56 > plain20\", or \"test a > b by 2\" for two points, or \"test a = b within 0.5\" for half a point"
            .formatted(text));
  }

  private static Comparison above(Matcher form, Comparison comparison) {
    Claim.Side first = new Claim.Side(metric(form), form.group(2));
    String second = form.group(4);
    Claim.Above statement = form.group(3).equals(">") ? first.above(second) : first.below(second);
    String points = form.group(5) == null ? "0" : form.group(5);
    return add(
        statement.byAtLeast(new BigDecimal(points).movePointLeft(2).doubleValue()), comparison);
  }

  private static Comparison equal(Matcher form, Comparison comparison) {
    Claim.Side first = new Claim.Side(metric(form), form.group(2));
    return add(first.within(Double.parseDouble(form.group(4))).of(form.group(3)), comparison);
  }

  private static Comparison add(Claim.Statement statement, Comparison comparison) {
    return comparison.claim(statement.words(), statement);
  }

  private static Metric metric(Matcher form) {
    return form.group(1).equals("training") ? Metric.TRAINING_ERROR : Metric.TEST_ERROR;
  }
}
