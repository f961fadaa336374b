package org.skipjack.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.plan.DataReference;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.store.Environment;
import org.skipjack.io.LineWrap;
import org.skipjack.io.Printable;

/**
 * How to cite a report: what it is, by digests that tell it from any other, and what it found with
 * all that weakens it. Everything comes from the data in the page; whether that holds is for {@link
 * ReportVerification} to say.
 */
public final class Citation {
  private static final int SHORT = 8;
  private static final String MARGIN = "-".repeat(9) + " ";
  private static final String INDENT = " ".repeat(MARGIN.length());

  private final ReportData data;
  private final ComparisonResult result;
  private final String seal;

  Citation(ReportData data, String seal) {
    this.data = data;
    this.result = data.result();
    this.seal = seal;
  }

  /**
   * The citation of a report's file.
   *
   * @throws IllegalArgumentException if the file is no report, or was changed since it was written
   */
  public static Citation of(Path file) {
    ReportFile report = ReportFile.read(file);
    String seal =
        PageSeal.of(report.page())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s was changed since it was written, so nothing of it can be cited.%nFix: cite the file as compare wrote it; skipjack verify says where it was changed"
                            .formatted(file)));
    if (!report.data().format().equals(ReportData.FORMAT)) {
      throw new IllegalArgumentException(
          "%s is %s, expected %s.%nFix: make the report again with this version: the command of compare that made it"
              .formatted(file, Printable.of(report.data().format()), ReportData.FORMAT));
    }
    return new Citation(report.data(), seal);
  }

  /** Digests, versions, data, results, claims and conclusions, in lines of a terminal's width. */
  public String text() {
    StringBuilder text =
        new StringBuilder(LineWrap.wrapped(Printable.of(result.plan().question()), "  ") + "\n");
    text.append(entry("report", List.of("SHA-256 " + seal)));
    text.append(entry("plan", List.of("SHA-256 " + result.plan().digest())));
    text.append(entry("made by", data.environments().stream().map(Citation::words).toList()));
    text.append(entry("data", data()));
    text.append(entry("seeds", List.of(result.plan().seeds().words())));
    text.append(entry("results", result.arms().stream().map(Citation::words).toList()));
    text.append(entry("claims", result.claims().stream().map(String::valueOf).toList()));
    text.append(entry("found", result.conclusions()));
    return text.toString();
  }

  /** Something and its values, one below the other. */
  private static String entry(String what, List<String> values) {
    StringBuilder lines = new StringBuilder();
    String name = what;
    for (String value : values) {
      String wrapped = LineWrap.wrapped(MARGIN + Printable.of(value), INDENT + "  ");
      lines.append(String.format(Locale.ROOT, "%-10s", name));
      lines.append(wrapped.substring(MARGIN.length()));
      name = "";
    }
    return lines.toString();
  }

  private List<String> data() {
    DataReference reference = result.plan().data();
    List<String> lines = new ArrayList<>();
    lines.add(reference + "; " + reference.authenticity());
    lines.add("training    SHA-256 " + reference.training().sha256());
    reference.validation().ifPresent(part -> lines.add("validation  SHA-256 " + part.sha256()));
    lines.add("test        SHA-256 " + reference.test().sha256());
    return lines;
  }

  /** The versions that computed runs. */
  private static String words(Environment environment) {
    return environment.versions().entrySet().stream()
        .map(version -> version.getKey() + " " + version.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String words(ArmResult arm) {
    return String.format(
        Locale.ROOT,
        "%s: training error %s, test error %s, %d seeds",
        arm.name(),
        arm.sample(Metric.TRAINING_ERROR).map(FigureFormat::meanAndDeviation).orElse("unknown"),
        arm.sample(Metric.TEST_ERROR).map(FigureFormat::meanAndDeviation).orElse("unknown"),
        arm.histories().size());
  }

  /**
   * An entry of BibTeX. A report knows neither author nor year; whoever cites it adds them.
   *
   * @return a comment that says so, and the entry
   */
  public String bibtex() {
    List<String> note = new ArrayList<>();
    note.add("Plan SHA-256 " + result.plan().digest());
    note.addAll(data());
    note.addAll(data.environments().stream().map(Citation::words).toList());
    note.addAll(result.claims().stream().map(String::valueOf).toList());
    return LatexEscapes.comment("author and year are yours to add: a report knows neither")
        + "@misc{skipjack-%s,\n".formatted(seal.substring(0, SHORT))
        + "  key = {Skipjack},\n"
        + field("title", "{" + LatexEscapes.escaped(result.plan().question()) + "}")
        + field("howpublished", "Report by Skipjack, SHA-256 " + seal)
        + field("note", LatexEscapes.escaped(String.join(". ", note)))
        + "}\n";
  }

  private static String field(String name, String value) {
    return "  %s = {%s},\n".formatted(name, value);
  }

  /**
   * The table of results as CSV (RFC 4180): a line each net, errors as shares in [0, 1], mean and
   * standard deviation over seeds.
   */
  public String csv() {
    return ResultTable.csv(result);
  }

  /** The table of results in LaTeX, which needs no package. */
  public String latex() {
    return LatexEscapes.comment(result.plan().question())
        + LatexEscapes.comment("report SHA-256 " + seal)
        + LatexEscapes.comment("plan SHA-256 " + result.plan().digest())
        + LatexEscapes.comment("errors of the last epoch, mean and standard deviation over seeds")
        + ResultTable.latex(result);
  }

  /** The text. */
  @Override
  public String toString() {
    return text();
  }
}
