package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.experiment.runner.ExperimentListener;

/** What is written in one language of a machine is read in every other. */
class LocaleTest {
  private static final Locale ARABIC = Locale.forLanguageTag("ar-EG-u-nu-arab");
  private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");

  private final Locale usual = Locale.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void restore() {
    Locale.setDefault(usual);
  }

  private String page(Locale locale) {
    Locale.setDefault(locale);
    return Report.of(
            Small.comparison(folder.resolve(locale.toLanguageTag()))
                .claim(
                    "plain learns worse",
                    new Claim.Side(Metric.TRAINING_ERROR, "plain").above("residual"))
                .run())
        .html();
  }

  private ReportVerification verify(String page, Locale locale) throws IOException {
    Locale.setDefault(locale);
    Path file = Files.writeString(folder.resolve("report.html"), page);
    return ReportVerification.of(
        file,
        new ReportVerification.Options(
            false,
            Optional.empty(),
            Optional.of(DataProvider.of(Small.data())),
            ExperimentListener.SILENT));
  }

  @Test
  void a_report_made_in_one_language_holds_in_another() throws IOException {
    ReportVerification there = verify(page(ARABIC), TURKISH);
    ReportVerification back = verify(page(TURKISH), ARABIC);

    assertThat(List.of(there, back))
        .allSatisfy(answer -> assertThat(answer.held()).as("%s", answer.lines()).isTrue());
  }

  @Test
  void pages_pictures_and_names_of_files_have_the_digits_of_ascii() throws IOException {
    String page = page(ARABIC);

    assertThat(page).contains("<svg").doesNotContainPattern("[\\p{Nd}&&[^0-9]]");
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names)
          .anyMatch(name -> name.matches(".*[0-9].*"))
          .noneMatch(name -> name.matches(".*[\\p{Nd}&&[^0-9]].*"));
    }
  }
}
