package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.skipjack.io.Sha256;
import org.skipjack.train.history.History;

class LedgerTest {
  private static final ExperimentPlan PLAN = comparison().plan();
  private static final ReportVerification HOLDS = came(ReportVerification.Outcome.HOLDS);
  private static final ReportVerification FAILS = came(ReportVerification.Outcome.FAILS);

  /** One on which the claim is verified, and one on which it is open. */
  private static final String CLEAR = page(PLAN, "abacus", 0.3, 0.31, 0.32);

  private static final String OPEN = page(PLAN, "slide rule", 0.1, 0.2, 0.45);

  @TempDir private Path folder;

  private static Comparison comparison() {
    return Comparison.of(Variant.of("plain", Small.PLAIN), Variant.of("residual", Small.RESIDUAL))
        .on(Small.data())
        .recipe(Small.RECIPE)
        .claim("so", new Claim.Side(Metric.TEST_ERROR, "plain").above("residual"));
  }

  private static ReportVerification came(ReportVerification.Outcome outcome) {
    return new ReportVerification(List.of(), outcome, "");
  }

  private static String page(ExperimentPlan plan, String processor, double... plain) {
    Environment made = new Environment(Map.of(), Map.of("processor", processor));
    return Report.of(
            ComparisonResult.of(
                plan,
                plain.length,
                Map.of("plain", runs(made, plain), "residual", runs(made, 0.1, 0.12, 0.11)),
                PlanHistory.UNKNOWN))
        .html();
  }

  private static Map<Long, RunResult> runs(Environment made, double... errors) {
    Map<Long, RunResult> runs = new LinkedHashMap<>();
    for (double error : errors) {
      List<History.Epoch> epochs =
          List.of(
              new History.Epoch(1, 0.1, 1, 0.9, 1, 0.9, 1),
              new History.Epoch(2, 0.1, 1, error, 1, error, 1));
      runs.put(
          runs.size() + 1L,
          new RunResult(
              RunResult.Status.COMPLETE, new History(epochs, List.of()), List.of(), made));
    }
    return runs;
  }

  private Path file(String name, String page) throws IOException {
    return Files.writeString(folder.resolve(name), page);
  }

  @Test
  void it_counts_how_each_claim_came_out_and_where() throws IOException {
    Ledger ledger =
        Ledger.empty()
            .with(file("clear.html", CLEAR), HOLDS, false)
            .with(file("open.html", OPEN), HOLDS, true);

    assertThat(ledger.toString().replaceAll("\\s+", " "))
        .contains(
            "Reports of one plan: 2. Results that differ and hold: 2.",
            "verified (1), underpowered (1): test error: plain − residual > 0",
            "runs made on abacus (1), slide rule (1)",
            "Of 1 of the results only first epochs were made again: their claims were not.",
            "not what other seeds would show.");
  }

  @Test
  void the_same_report_counts_once_and_so_do_its_runs_under_another_machines_name()
      throws IOException {
    Path clear = file("clear.html", CLEAR);
    Ledger once = Ledger.empty().with(clear, HOLDS, false);

    assertThat(once.with(clear, HOLDS, false)).hasToString(once.toString());
    assertThat(once.with(file("copy.html", CLEAR), HOLDS, false)).hasToString(once.toString());
    String renamed = page(PLAN, "another abacus", 0.3, 0.31, 0.32);
    assertThat(once.with(file("renamed.html", renamed), HOLDS, false).toString())
        .contains("plan: 2.", "hold: 1.", "verified (1): test error");
  }

  @Test
  void what_somebody_found_not_to_hold_is_not_counted() throws IOException {
    Path clear = file("clear.html", CLEAR);
    Ledger ledger = Ledger.empty().with(clear, HOLDS, true).with(clear, FAILS, false);

    assertThat(ledger.toString())
        .contains("hold: 0.", "they do not hold: 1 of the results.")
        .doesNotContain("verified (1)");
  }

  @Test
  void reports_of_another_plan_are_refused_by_what_differs() throws IOException {
    ExperimentPlan other = comparison().seeds(2).plan();
    Path clear = file("clear.html", CLEAR);
    Path fewer = file("fewer.html", page(other, "abacus", 0.3, 0.31));

    assertThatThrownBy(() -> Ledger.empty().requirePlan(List.of(clear, fewer)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fewer.html is not of the plan of " + clear)
        .hasMessageContaining("SHA-256 " + other.digest() + " and " + PLAN.digest())
        .hasMessageContaining("seeds: The seeds are fixed: 1, 2., and ")
        .hasMessageContaining("Fix: verify them one by one");
    Ledger ledger = Ledger.empty().with(fewer, HOLDS, true);
    assertThatThrownBy(() -> ledger.requirePlan(List.of(clear)))
        .hasMessageContaining("is not of the plan of")
        .hasMessageContaining("Fix: leave its ledger out; a ledger is of one plan");
  }

  @Test
  void lines_are_read_back_each_once() throws IOException {
    Path lines = folder.resolve("verdicts.jsonl");
    Ledger ledger =
        Ledger.empty()
            .with(file("clear.html", CLEAR), HOLDS, false)
            .with(file("open.html", OPEN), HOLDS, false);
    ledger.save(lines);

    assertThat(Files.readAllLines(lines)).hasSize(2);
    assertThat(Ledger.read(lines)).hasToString(ledger.toString());
    Files.writeString(lines, Files.readString(lines).repeat(3));
    assertThat(Ledger.read(lines)).hasToString(ledger.toString());
  }

  @Test
  void a_line_that_was_changed_is_refused() throws IOException {
    Path lines = folder.resolve("verdicts.jsonl");
    Ledger.empty().with(file("open.html", OPEN), HOLDS, true).save(lines);
    String line = Files.readString(lines);

    for (String changed :
        List.of(
            line.replace("underpowered", "verified"),
            line.replace("\"quick\":true", "\"quick\":false"),
            line.replace("slide rule", "abacus"),
            "{}")) {
      assertThat(changed).isNotEqualTo(line);
      Files.writeString(lines, "\n" + changed);
      assertThatThrownBy(() -> Ledger.read(lines))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("verdict 2 in " + lines + " was changed since it was written")
          .hasMessageContaining("Fix: take it out");
    }
  }

  @Test
  void a_verdict_sealed_anew_that_says_of_a_report_what_that_does_not_say_is_refused()
      throws IOException {
    Path open = file("open.html", OPEN);
    Path lines = folder.resolve("verdicts.jsonl");
    Ledger.empty().with(open, HOLDS, false).save(lines);
    String forged =
        Files.readString(lines)
            .strip()
            .replace("underpowered", "verified")
            .replaceFirst("\"seal\":\"[0-9a-f]*\"", "\"seal\":\"\"");
    Files.writeString(
        lines, forged.replace("\"seal\":\"\"", "\"seal\":\"" + Sha256.of(forged) + "\""));

    Ledger ledger = Ledger.read(lines);
    assertThatThrownBy(() -> ledger.requirePlan(List.of(open)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it is forged")
        .hasMessageContaining("Fix: leave its ledger out");
    ledger.save(open);
    assertThatThrownBy(() -> ReportFile.read(open)).hasMessageContaining("it is forged");
  }

  @Test
  void a_page_carries_verdicts_and_stays_what_it_was_without_them() throws IOException {
    Path open = file("open.html", OPEN);
    Ledger ledger =
        Ledger.empty().with(open, HOLDS, true).with(file("clear.html", CLEAR), FAILS, false);
    ledger.save(open);
    String carrying = Files.readString(open);

    assertThat(carrying)
        .contains(
            "<h2>Verdicts of those who verified</h2>",
            "<td>this one</td><td>slide rule</td><td>test error: plain − residual &gt; 0: underpowered</td><td>holds</td><td>first epochs</td>",
            "<td>" + PageSeal.of(CLEAR).orElseThrow().substring(0, 12) + "</td><td>abacus</td>",
            "<td>does not hold</td><td>all runs</td>");
    assertThat(ReportFile.read(open).page()).isEqualTo(OPEN);
    assertThat(Ledger.read(open)).hasToString(ledger.toString());
    ledger.save(open);
    assertThat(Files.readString(open)).isEqualTo(carrying);
  }

  @Test
  void verdicts_in_a_page_that_were_changed_are_refused() throws IOException {
    Path open = file("open.html", OPEN);
    Ledger.empty().with(open, FAILS, false).save(open);
    String carrying = Files.readString(open);
    int line = carrying.indexOf("{\"format\":\"skipjack-verdict");
    String twice =
        new StringBuilder(carrying)
            .insert(line, carrying, line, carrying.indexOf('\n', line) + 1)
            .toString();

    for (String changed :
        List.of(
            carrying.replace("<td>does not hold</td>", "<td>holds</td>"),
            carrying.replace("<td>all runs</td>", "<td>all runs</td><td>by Student</td>"),
            twice)) {
      assertThat(changed).isNotEqualTo(carrying);
      Files.writeString(open, changed);
      assertThatThrownBy(() -> ReportFile.read(open))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("it was changed since it was written")
          .hasMessageContaining("Fix: take the section out");
    }
    Files.writeString(open, carrying.replace("\"found\":\"fails\"", "\"found\":\"holds\""));
    assertThatThrownBy(() -> ReportFile.read(open)).hasMessageContaining("verdict 1 in ");
  }
}
