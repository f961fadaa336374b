package org.skipjack.cli;

import java.util.Locale;
import org.skipjack.train.Run;
import org.skipjack.train.history.History;

/** What a run came to, in a few lines: its last epoch, and its best. */
final class RunFindings {
  private RunFindings() {}

  static String of(Run run) {
    History history = run.history();
    return "%s %s%n".formatted(ending(run), line(history.last()))
        + history.best().map(RunFindings::best).orElseGet(() -> bestOnTest(history));
  }

  private static String ending(Run run) {
    return switch (run.end()) {
      case COMPLETE -> "After";
      case EARLY -> "Stopped early after";
      case STOPPED -> "Stopped after";
    };
  }

  private static String line(History.Epoch epoch) {
    return String.format(
        Locale.ROOT,
        "epoch %d: training error %.1f %%, %stest error %.1f %%.",
        epoch.epoch(),
        100 * epoch.trainingError(),
        epoch
            .validation()
            .map(
                score ->
                    String.format(Locale.ROOT, "validation error %.1f %%, ", 100 * score.error()))
            .orElse(""),
        100 * epoch.testError());
  }

  private static String best(History.Epoch epoch) {
    return "Best on the validation images, %s%n".formatted(line(epoch));
  }

  private static String bestOnTest(History history) {
    History.BestOnTest best = history.bestOnTest();
    return best.flattersBy() > 0 ? "Note: %s%n".formatted(best.warning()) : "";
  }
}
