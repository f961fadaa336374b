package org.skipjack.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.statistics.Sample;

/** The errors of a comparison's nets as a table for other programs. */
final class ResultTable {
  private static final MathContext DIGITS = new MathContext(10);
  private static final List<String> HEAD =
      List.of(
          "net",
          "parameters",
          "macs",
          "seeds",
          "diverged",
          "training_error_mean",
          "training_error_sd",
          "test_error_mean",
          "test_error_sd");

  private ResultTable() {}

  /**
   * As RFC 4180 has it: lines that end in CR LF, quotes about whatever has a comma, a quote or an
   * end of line in it. Errors are shares in [0, 1], to ten digits that count; what is not known is
   * empty.
   */
  static String csv(ComparisonResult result) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEAD);
    result.arms().forEach(arm -> lines.add(line(arm)));
    return lines.stream()
        .map(
            line ->
                line.stream().map(ResultTable::field).collect(Collectors.joining(",", "", "\r\n")))
        .collect(Collectors.joining());
  }

  private static List<String> line(ArmResult arm) {
    List<String> line = new ArrayList<>();
    line.add(arm.name());
    line.add(Long.toString(arm.parameters()));
    line.add(Long.toString(arm.macs()));
    line.add(Integer.toString(arm.histories().size()));
    line.add(Integer.toString(arm.diverged().size()));
    for (Metric metric : Metric.values()) {
      Optional<Sample> sample = arm.sample(metric);
      line.add(sample.map(Sample::mean).map(ResultTable::number).orElse(""));
      line.add(
          sample
              .filter(some -> some.size() > 1)
              .map(Sample::standardDeviation)
              .map(ResultTable::number)
              .orElse(""));
    }
    return line;
  }

  private static String number(double share) {
    return new BigDecimal(share).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  private static String field(String text) {
    String shown = text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\r\n]]", "?");
    return shown.matches("(?s).*[,\"\r\n].*") ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
  }

  /** With the rules of LaTeX alone, which needs no package. */
  static String latex(ComparisonResult result) {
    StringBuilder table = new StringBuilder("\\begin{tabular}{lrrrr}\n\\hline\n");
    table.append(
        row(List.of("net", "parameters", "seeds", "training error", "test error")) + "\\hline\n");
    result.arms().forEach(arm -> table.append(row(cells(arm))));
    return table.append("\\hline\n\\end{tabular}\n").toString();
  }

  private static List<String> cells(ArmResult arm) {
    int diverged = arm.diverged().size();
    return List.of(
        arm.name(),
        String.format(Locale.ROOT, "%,d", arm.parameters()),
        arm.histories().size()
            + (diverged == 0 ? "" : String.format(Locale.ROOT, " (%d diverged)", diverged)),
        arm.sample(Metric.TRAINING_ERROR).map(FigureFormat::meanAndDeviation).orElse("–"),
        arm.sample(Metric.TEST_ERROR).map(FigureFormat::meanAndDeviation).orElse("–"));
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(LatexEscapes::escaped)
        .collect(Collectors.joining(" & ", "", " \\\\\n"));
  }
}
