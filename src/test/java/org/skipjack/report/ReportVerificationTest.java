package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.experiment.runner.ExperimentListener;

class ReportVerificationTest {
  @TempDir private static Path folder;

  private static String page = "";

  @BeforeAll
  static void compare() {
    ComparisonResult result =
        Small.comparison(folder.resolve("store"))
            .claim(
                "plain <learns> worse",
                new Claim.Side(Metric.TRAINING_ERROR, "plain").above("residual"))
            .run();
    page = Report.of(result).html();
  }

  private static ReportVerification verify(String text, boolean quick) throws IOException {
    Path file = Files.createTempFile(folder, "report", ".html");
    Files.writeString(file, text);
    return ReportVerification.of(
        file,
        new ReportVerification.Options(
            quick,
            Optional.empty(),
            Optional.of(DataProvider.of(Small.data())),
            ExperimentListener.SILENT));
  }

  private static void assertFails(UnaryOperator<String> change, String line) throws IOException {
    String changed = change.apply(page);
    assertThat(changed).isNotEqualTo(page);
    ReportVerification reportVerification = verify(changed, true);
    assertThat(reportVerification.held()).isFalse();
    assertThat(reportVerification.lines())
        .anyMatch(one -> one.startsWith("  NO  ") && one.contains(line));
  }

  @Test
  void a_report_holds_to_the_bit_where_it_was_made() throws IOException {
    ReportVerification reportVerification = verify(page, false);

    assertThat(reportVerification.lines())
        .contains(
            "  ok  seal: the file is as it was written",
            "  ok  text and tables: as the data in the page says",
            "  ok  pictures: as the data in the page draws them here",
            "  ok  plain, seed 1: 2 epochs, the same to the bit",
            "  ok  residual, seed 3: 2 epochs, the same to the bit");
    assertThat(reportVerification.lines())
        .anyMatch(line -> line.contains("claim “plain <learns> worse”"));
    assertThat(reportVerification.held()).isTrue();
  }

  @Test
  void quick_makes_one_epoch_of_each_net_again() throws IOException {
    ReportVerification reportVerification = verify(page, true);

    assertThat(reportVerification.held()).isTrue();
    assertThat(reportVerification.lines())
        .filteredOn(line -> line.contains("the same to the bit"))
        .containsExactly(
            "  ok  plain, seed 1: 1 epoch, the same to the bit",
            "  ok  residual, seed 1: 1 epoch, the same to the bit");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void what_is_tested_stands_beside_a_claims_words() {
    assertThat(page)
        .contains(
            "<td>plain &lt;learns&gt; worse</td><td>training error: plain − residual &gt; 0</td>");
  }

  @Test
  void what_is_interrupted_says_nothing_and_stays_interrupted() throws IOException {
    Path file = Files.createTempFile(folder, "report", ".html");
    Files.writeString(file, page);
    for (boolean quick : new boolean[] {true, false}) {
      ExperimentListener stopping =
          new ExperimentListener() {
            @Override
            public void planned(ExperimentPlan plan, List<Trial> trials) {
              Thread.currentThread().interrupt();
            }
          };
      DataProvider data =
          planned -> {
            if (quick) {
              Thread.currentThread().interrupt();
            }
            return Small.data();
          };
      ReportVerification answer =
          ReportVerification.of(
              file,
              new ReportVerification.Options(quick, Optional.empty(), Optional.of(data), stopping));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(answer.outcome()).isEqualTo(ReportVerification.Outcome.STOPPED);
      assertThat(answer.sentence()).isEqualTo("Stopped: nothing is said of the report.");
    }
  }

  @Test
  void a_figure_that_is_changed_in_a_table_is_found() throws IOException {
    assertFails(
        text -> text.replaceFirst("<td>plain</td><td>[0-9,]+<", "<td>plain</td><td>7<"), "seal");
    assertFails(
        text -> text.replaceFirst("<td>plain</td><td>[0-9,]+<", "<td>plain</td><td>7<"),
        "text and tables: line ");
  }

  @Test
  void a_figure_that_is_changed_under_a_new_seal_is_found() throws IOException {
    assertFails(
        text ->
            PageSeal.seal(
                PageSeal.without(
                    text.replaceFirst("differ by .[0-9.]+ points", "differ by +9.00 points"))),
        "text and tables: line ");
  }

  @Test
  void a_picture_that_is_changed_is_found() throws IOException {
    assertFails(text -> text.replaceFirst("base64,[A-Za-z0-9+/=]{80}", "base64,"), "pictures");
  }

  /** Whoever makes a whole new page of wrong data is found by making the runs again. */
  @Test
  void data_that_is_changed_with_all_that_follows_from_it_is_found() throws IOException {
    String changed =
        page.replaceFirst(
            "(\"training\": \\{\\s+\"loss\": [0-9.]+,\\s+\"error\": )[0-9.]+", "$10.5");
    int start = changed.indexOf(ReportPage.DATA) + ReportPage.DATA.length();
    ReportData data =
        org.skipjack.experiment.plan.ExperimentJson.JSON.read(
            changed.substring(start, changed.indexOf(ReportPage.END_OF_DATA, start)),
            ReportData.class);

    ReportVerification reportVerification = verify(new ReportPage(data).html(), true);

    assertThat(reportVerification.held()).isFalse();
    assertThat(reportVerification.lines())
        .anyMatch(
            line ->
                line.equals(
                    "  NO  plain, seed 1: differs, though machine and versions are those of the report"));
  }

  @Test
  void elsewhere_a_run_may_differ_as_another_seed_would() throws IOException {
    String elsewhere = page.replace("\"arch\": \"", "\"arch\": \"other-");
    elsewhere = elsewhere.replaceFirst("(\"training\": \\{\\s+\"loss\": )[0-9.]+", "$12.5");
    int start = elsewhere.indexOf(ReportPage.DATA) + ReportPage.DATA.length();
    ReportData data =
        org.skipjack.experiment.plan.ExperimentJson.JSON.read(
            elsewhere.substring(start, elsewhere.indexOf(ReportPage.END_OF_DATA, start)),
            ReportData.class);

    ReportVerification reportVerification = verify(new ReportPage(data).html(), true);

    assertThat(reportVerification.held()).isTrue();
    assertThat(reportVerification.lines())
        .anyMatch(line -> line.startsWith("  ok  plain, seed 1, training error: made elsewhere: "))
        .contains("  ok  residual, seed 1: 1 epoch, the same to the bit");
  }

  private static ReportData elsewhere() {
    String text = page.replace("\"arch\": \"", "\"arch\": \"other-");
    int start = text.indexOf(ReportPage.DATA) + ReportPage.DATA.length();
    return org.skipjack.experiment.plan.ExperimentJson.JSON.read(
        text.substring(start, text.indexOf(ReportPage.END_OF_DATA, start)), ReportData.class);
  }

  private static ReportData with(
      ReportData data, java.util.function.UnaryOperator<ReportData.Run> change) {
    return new ReportData(
        data.format(),
        data.plan(),
        data.seeds(),
        data.history(),
        data.environments(),
        data.runs().stream().map(change).toList());
  }

  private static ReportData.Run errors(
      ReportData.Run run, org.skipjack.experiment.store.RunResult.Status status, double change) {
    return new ReportData.Run(
        run.arm(),
        run.seed(),
        status,
        run.environment(),
        run.epochs().stream()
            .map(
                one ->
                    new ReportData.Epoch(
                        one.epoch(),
                        one.learningRate(),
                        new org.skipjack.train.history.History.Score(
                            one.training().loss(), one.training().error() + change),
                        one.validation(),
                        one.test()))
            .toList(),
        run.gradients());
  }

  @Test
  void elsewhere_an_honest_report_holds() throws IOException {
    ReportVerification reportVerification = verify(new ReportPage(elsewhere()).html(), false);

    assertThat(reportVerification.held()).as("%s", reportVerification.lines()).isTrue();
  }

  @Test
  void elsewhere_no_spread_of_the_reports_own_widens_what_is_taken() throws IOException {
    ReportData forged =
        with(
            elsewhere(),
            run ->
                run.arm().equals("plain")
                    ? errors(run, run.status(), run.seed() == 1 ? -0.6 : -0.02 * run.seed())
                    : run);

    ReportVerification reportVerification = verify(new ReportPage(forged).html(), false);

    assertThat(reportVerification.held()).isFalse();
    assertThat(reportVerification.lines())
        .anyMatch(line -> line.startsWith("  NO  plain, seed 1, training error: made elsewhere"));
  }

  @Test
  void a_run_that_is_said_to_have_diverged_is_found() throws IOException {
    ReportData forged =
        with(
            elsewhere(),
            run ->
                run.arm().equals("plain") && run.seed() == 2
                    ? errors(run, org.skipjack.experiment.store.RunResult.Status.DIVERGED, 0)
                    : run);

    assertThat(verify(new ReportPage(forged).html(), false).lines())
        .contains("  NO  plain, seed 2: diverged after 2 of 2 epochs");
  }

  @Test
  void pictures_that_are_replaced_under_a_new_seal_do_not_hold_where_they_were_made()
      throws IOException {
    assertFails(
        text ->
            PageSeal.seal(
                PageSeal.without(text.replaceFirst("base64,[A-Za-z0-9+/=]{80}", "base64,"))),
        "pictures");
  }

  @Test
  void the_page_needs_nothing_from_anywhere() {
    String withoutNames =
        page.replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", ""); // of XML's kinds of elements
    assertThat(withoutNames).doesNotContain("http://", "https://", "<link", "url(");
    assertThat(page).contains("plain &lt;learns&gt; worse").doesNotContain("plain <learns> worse");
  }

  @Test
  void no_time_is_in_it() {
    assertThat(page).doesNotContain("seconds", "\"date\"", "timing");
  }

  @Test
  void what_is_no_report_is_refused() {
    assertThatThrownBy(() -> verify("<html>", true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no report of skipjack")
        .hasMessageContaining("Fix: ");
    assertThatThrownBy(() -> verify(page.replace("\"seeds\": 3", "\"seeds\": \"three\""), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at seeds: it is \"three\", expected a number");
  }
}
