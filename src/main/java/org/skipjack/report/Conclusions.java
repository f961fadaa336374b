package org.skipjack.report;

import java.util.List;
import java.util.Locale;
import org.skipjack.experiment.Caveats;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.PairResult;

/** What may be concluded, the differences that were told from none first. */
final class Conclusions {
  /** Of more sentences than these, those that tell nothing are folded away. */
  private static final int MOST = 6;

  private Conclusions() {}

  static String of(ComparisonResult result) {
    if (result.pairs().size() <= MOST) {
      return HtmlFragments.list(result.conclusions());
    }
    List<String> told = sentences(result, true);
    List<String> others = sentences(result, false);
    return (told.isEmpty() ? "" : HtmlFragments.list(told))
        + (others.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                "<details><summary>%d of %d differences are not told from none</summary>\n%s</details>\n",
                others.size(),
                result.pairs().size(),
                HtmlFragments.list(others)))
        + HtmlFragments.list(Caveats.of(result));
  }

  private static List<String> sentences(ComparisonResult result, boolean decided) {
    return result.pairs().stream()
        .map(PairResult::verdict)
        .filter(verdict -> verdict.decided() == decided)
        .map(verdict -> verdict.sentence())
        .toList();
  }
}
