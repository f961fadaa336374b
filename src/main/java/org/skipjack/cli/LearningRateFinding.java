package org.skipjack.cli;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.skipjack.io.AtomicFile;
import org.skipjack.plot.LearningRateSearchChart;
import org.skipjack.plot.Theme;
import org.skipjack.train.LearningRateSearch;

/** A search for a learning rate, as files and in words. */
final class LearningRateFinding {
  private LearningRateFinding() {}

  /** Writes the charts, and a line an update; gives what a person needs to know. */
  static String write(LearningRateSearch search, Path folder) {
    LearningRateSearchChart chart = LearningRateSearchChart.of(search);
    chart.chart().save(folder.resolve("learning-rate.png"));
    chart.theme(Theme.DARK).chart().save(folder.resolve("learning-rate-dark.png"));
    var gson = new GsonBuilder().disableHtmlEscaping().create();
    AtomicFile.write(
        folder.resolve("learning-rate.jsonl"),
        search.points().stream()
            .map(point -> gson.toJson(point) + "\n")
            .collect(Collectors.joining()));
    return "%s%nSee %s%n".formatted(search, folder.resolve("learning-rate.png"));
  }
}
