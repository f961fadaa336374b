package org.skipjack.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skipjack.experiment.Claim;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.Metric;

/** Claims as they are typed: {@code training plain56 > plain20 by 2}. */
final class ClaimText {
  private static final Pattern FORM =
      Pattern.compile(
          "(training|test)\\s+(.+?)\\s*([<>])\\s*(.+?)(?:\\s+by\\s+(\\d+(?:\\.\\d+)?))?");

  private ClaimText() {}

  /**
   * The comparison with a claim more.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static Comparison add(String text, Comparison comparison) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "the claim is \"%s\", expected an error, two nets, and which is higher.%nFix: --claim \"training plain56 > plain20\", or \"test a > b by 2\" for two points"
              .formatted(text));
    }
    Metric metric = form.group(1).equals("training") ? Metric.TRAINING_ERROR : Metric.TEST_ERROR;
    Claim.Side first = new Claim.Side(metric, form.group(2));
    String second = form.group(4);
    Claim.Statement statement =
        form.group(3).equals(">") ? first.above(second) : first.below(second);
    double points = form.group(5) == null ? 0 : Double.parseDouble(form.group(5));
    return comparison.claim(words(metric, statement, points), statement.byAtLeast(points / 100));
  }

  private static String words(Metric metric, Claim.Statement statement, double points) {
    return "%s has a higher %s than %s%s"
        .formatted(
            statement.higher(),
            metric,
            statement.lower(),
            points == 0 ? "" : ", by at least %s points".formatted(points));
  }
}
