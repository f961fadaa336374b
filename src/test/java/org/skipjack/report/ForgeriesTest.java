package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DatasetException;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.StoppingRule;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.train.recipe.Schedule;

/**
 * What becomes of forgeries: each row is one, made by somebody who has the source and seals the
 * page anew, and names the line of the answer that refuses it.
 *
 * <p>Repeated runs are those of the honest report, so that only what it does not have is trained.
 */
class ForgeriesTest {
  private static final int FEWEST = 60;

  @TempDir private static Path folder;

  private static String here = "";
  private static String ruled = "";

  /** The plain net hardly learns, so that there is a difference to turn round. */
  private static Comparison comparison(String store) {
    Claim.Above claim = new Claim.Side(Metric.TEST_ERROR, "plain").above("residual");
    return Comparison.of(
            Variant.of("plain", Small.PLAIN)
                .recipe(recipe -> recipe.withSchedule(Schedule.constant(1e-7))),
            Variant.of("residual", Small.RESIDUAL))
        .on(Small.data())
        .recipe(Small.RECIPE.withEpochs(20).withBatchSize(10))
        .in(folder.resolve(store))
        .threads(1)
        .seeds(3)
        .claim(claim.words(), claim);
  }

  @BeforeAll
  static void compare() {
    here = Report.of(comparison("store").run()).html();
    ruled = Report.of(comparison("store").until(StoppingRule.of(2, 3)).run()).html();
  }

  private static ReportVerification verify(String page, boolean quick) throws IOException {
    Path file = Files.createTempFile(folder, "report", ".html");
    Files.writeString(file, page);
    return ReportVerification.of(
        file,
        new ReportVerification.Options(
            quick,
            Optional.of(folder.resolve("store")),
            Optional.of(DataProvider.of(Small.data())),
            ExperimentListener.SILENT));
  }

  @Test
  void what_is_not_forged_holds_here_and_elsewhere() throws IOException {
    for (String page : List.of(here, Forger.remade(here, Forger.elsewhere()), ruled)) {
      ReportVerification honest = verify(page, false);
      assertThat(honest.sentence()).as("%s", honest.lines()).isEqualTo("The report holds.");
    }
  }

  @TestFactory
  Stream<DynamicTest> no_forgery_holds() {
    List<ForgeryTable.Forgery> forgeries =
        Stream.of(
                new PageForgeries(here, ruled),
                new RunForgeries(here, ruled),
                new PlanForgeries(here, ruled))
            .flatMap(table -> table.rows().stream())
            .toList();
    assertThat(forgeries).hasSizeGreaterThanOrEqualTo(FEWEST);
    return forgeries.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> refused(one)));
  }

  private static void refused(ForgeryTable.Forgery forgery) throws IOException {
    String page = forgery.page().get();
    try {
      ReportVerification answer = verify(page, forgery.quick());
      assertThat(answer.lines()).anyMatch(line -> line.startsWith(forgery.line()));
      assertThat(answer.lines()).noneMatch(line -> line.contains("\u001b"));
      assertThat(answer.sentence()).isNotEqualTo("The report holds.");
      assertThat(answer.held()).isEqualTo(forgery.line().startsWith("  --  "));
    } catch (IllegalArgumentException | DatasetException refusal) {
      assertThat(refusal).hasMessageContaining(forgery.line());
    }
  }
}
