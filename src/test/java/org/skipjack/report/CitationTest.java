package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.store.Environment;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.train.history.History;

class CitationTest {
  private static final String ODD = "a \"b\", 50 % {x}_#1 & \\y^2~ <z> [q] --é\u001b[2J";
  private static final Environment MADE =
      new Environment(Map.of("skipjack", "0.9.1"), Map.of("processor", "an abacus"));
  private static final ExperimentPlan PLAN = plan();
  private static final ComparisonResult RESULT = result();
  private static final String PAGE = Report.of(RESULT).html();
  private static final Citation CITATION = Report.of(RESULT).cite();

  @TempDir private Path folder;

  private static ExperimentPlan plan() {
    return Comparison.of(Variant.of(ODD, Small.PLAIN), Variant.of("other", Small.RESIDUAL))
        .on(Small.data())
        .recipe(Small.RECIPE)
        .question("Is 5 % {enough}?")
        .claim("so & so", new Claim.Side(Metric.TEST_ERROR, "other").above(ODD).byAtLeast(0.01))
        .plan();
  }

  private static ComparisonResult result() {
    Map<String, Map<Long, RunResult>> runs =
        Map.of(ODD, runs(0.25, 0.275, 0.3), "other", runs(0.5, 0.525, 0.475));
    return ComparisonResult.of(PLAN, 3, runs, PlanHistory.UNKNOWN);
  }

  private static Map<Long, RunResult> runs(double... errors) {
    Map<Long, RunResult> runs = new LinkedHashMap<>();
    for (double error : errors) {
      History history = new History(List.of(epoch(1, 0.9), epoch(2, error)), List.of());
      RunResult.Status status =
          error == 0.475 ? RunResult.Status.DIVERGED : RunResult.Status.COMPLETE;
      runs.put(runs.size() + 1L, new RunResult(status, history, List.of(), MADE));
    }
    return runs;
  }

  private static History.Epoch epoch(int epoch, double error) {
    return new History.Epoch(epoch, 0.1, 1, error, 1, error, 1);
  }

  private Path file(String page) throws IOException {
    return Files.writeString(folder.resolve("report.html"), page);
  }

  @Test
  void its_text_has_digests_versions_claims_and_what_weakens_them() {
    assertThat(CITATION.text())
        .startsWith("Is 5 % {enough}?\n\nreport    SHA-256 " + seal(PAGE) + "\n")
        .contains(
            "\nplan      SHA-256 " + PLAN.digest() + "\n",
            "\nmade by   skipjack 0.9.1\n",
            "\n          test        SHA-256 " + PLAN.data().test().sha256() + "\n",
            "training error 27.50 ± 2.50 %",
            "\nclaims    underpowered: so & so [test error: other − a \"b\"",
            "other diverged from seed 3.")
        .doesNotContain("\u001b");
    assertThat(CITATION.text().lines()).allMatch(line -> line.length() <= 96);
  }

  private static String seal(String page) {
    return PageSeal.of(page).orElseThrow();
  }

  @Test
  void a_file_is_cited_as_its_result_is() throws IOException {
    assertThat(Citation.of(file(PAGE))).hasToString(CITATION.text());
  }

  @Test
  void csv_quotes_what_rfc_4180_says() {
    String[] lines = CITATION.csv().split("\r\n", -1);

    assertThat(lines).hasSize(4);
    assertThat(lines[0])
        .isEqualTo(
            "net,parameters,macs,seeds,diverged,training_error_mean,training_error_sd,test_error_mean,test_error_sd");
    assertThat(lines[1])
        .startsWith("\"a \"\"b\"\", 50 % {x}_#1 & \\y^2~ <z> [q] --é?[2J\",")
        .endsWith(",3,0,0.275,0.025,0.275,0.025");
    assertThat(lines[2]).startsWith("other,").contains(",2,1,0.5125,0.01767766953,");
    assertThat(lines[3]).isEmpty();
  }

  @Test
  void latex_says_names_as_they_are() {
    assertThat(CITATION.latex())
        .startsWith("% Is 5 % {enough}?\n% report SHA-256 " + seal(PAGE))
        .contains(
            "\\hline\na {\\char34}b{\\char34}, 50 \\% \\textbraceleft{}x\\textbraceright{}\\_\\#1 \\& "
                + "\\textbackslash{}y\\textasciicircum{}2\\textasciitilde{} \\textless{}z\\textgreater{} "
                + "{[}q{]} -{}-é?{[}2J & ",
            " & 27.50 \\ensuremath{\\pm} 2.50 \\% & ", "\nother & ", " & 2 (1 diverged) & ")
        .endsWith(" \\\\\n\\hline\n\\end{tabular}\n");
  }

  @Test
  void bibtex_keeps_its_braces_together() {
    String entry = CITATION.bibtex();

    assertThat(entry)
        .contains(
            "@misc{skipjack-" + seal(PAGE).substring(0, 8) + ",\n",
            "  title = {{Is 5 \\% \\textbraceleft{}enough\\textbraceright{}?}},\n",
            "  howpublished = {Report by Skipjack, SHA-256 " + seal(PAGE) + "},\n",
            "Plan SHA-256 " + PLAN.digest() + ". ",
            "underpowered: so \\& so ");
    int open = 0;
    for (char letter : entry.substring(entry.indexOf('@')).toCharArray()) {
      open += letter == '{' ? 1 : letter == '}' ? -1 : 0;
      assertThat(open).isNotNegative();
    }
    assertThat(open).isZero();
    assertThat(entry.substring(0, entry.indexOf('@')))
        .startsWith("% author and year")
        .endsWith("\n");
  }

  @Test
  void numbers_are_the_same_in_every_country() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      Citation there = Report.of(RESULT).cite();

      assertThat(there.text() + there.csv() + there.latex() + there.bibtex())
          .isEqualTo(CITATION.text() + CITATION.csv() + CITATION.latex() + CITATION.bibtex());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void what_is_no_report_or_was_changed_is_not_cited() throws IOException {
    Path page = file("<html>");
    assertThatThrownBy(() -> Citation.of(page))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("report.html is no report of skipjack")
        .hasMessageContaining("Fix: ");
    Path changed = file(PAGE.replaceFirst("27[.]50", "26.50"));
    assertThatThrownBy(() -> Citation.of(changed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was changed since it was written, so nothing of it can be cited.")
        .hasMessageContaining("Fix: cite the file as compare wrote it");
    Path old =
        file(PageSeal.seal(PageSeal.without(PAGE.replace(ReportData.FORMAT, "skipjack-report/1"))));
    assertThatThrownBy(() -> Citation.of(old))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is skipjack-report/1, expected " + ReportData.FORMAT)
        .hasMessageContaining("Fix: make the report again");
  }
}
