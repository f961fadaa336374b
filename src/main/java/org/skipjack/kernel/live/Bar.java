package org.skipjack.kernel.live;

import java.util.Locale;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.skipjack.io.Markup;
import org.skipjack.train.Run;
import org.skipjack.train.TerminalProgress;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener.Progress;
import org.skipjack.train.history.History;

/** How far a training is, in words and as a bar. */
final class Bar {
  private final Training training;
  private History history;

  Bar(Training training, History soFar) {
    this.training = training;
    history = soFar;
  }

  void add(History.Epoch epoch) {
    history = history.with(epoch);
  }

  History history() {
    return history;
  }

  DisplayData at(Progress progress) {
    String words =
        String.format(
            Locale.ROOT,
            "epoch %d/%d, training error %.1f %%%s, %,.0f images/s, %s left",
            progress.epoch(),
            progress.epochs(),
            100 * progress.trainingError(),
            testError(),
            progress.imagesPerSecond(),
            TerminalProgress.duration(progress.secondsLeft()));
    return drawn(words, progress.share());
  }

  private String testError() {
    return history.epochs().isEmpty()
        ? ""
        : String.format(Locale.ROOT, ", test error %.1f %%", 100 * history.last().testError());
  }

  DisplayData ended(Run run) {
    int done = run.history().epochs().size();
    int all = training.epochCount();
    String epochs =
        done == all
            ? String.format(Locale.ROOT, "%d epochs", all)
            : String.format(Locale.ROOT, "%d of %d epochs", done, all);
    String how =
        switch (run.end()) {
          case COMPLETE -> epochs + " done";
          case EARLY -> "ended early after " + epochs;
          case STOPPED -> "stopped after " + epochs;
        };
    return drawn(how + figures(run.history()), (double) done / all);
  }

  private static String figures(History history) {
    if (history.epochs().isEmpty()) {
      return "";
    }
    History.Epoch last = history.last();
    return String.format(
        Locale.ROOT,
        " in %s, training error %.1f %%, test error %.1f %%",
        TerminalProgress.duration(history.seconds()),
        100 * last.trainingError(),
        100 * last.testError());
  }

  DisplayData failed(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    double share = (double) history.epochs().size() / training.epochCount();
    return drawn("failed: " + message, share);
  }

  private DisplayData drawn(String words, double share) {
    String line = "seed " + training.seed().value() + ": " + words;
    DisplayData data = new DisplayData(line);
    data.putHTML(
        """
        <div style="max-width:44em;font-variant-numeric:tabular-nums">\
        <div style="font-size:.92em">%s</div>\
        <div style="height:.5em;margin:.2em 0;border-radius:.25em;background:rgba(128,128,128,.25)">\
        <div style="height:100%%;border-radius:.25em;background:#2a78b5;width:%s%%"></div></div></div>"""
            .formatted(Markup.escaped(line), String.format(Locale.ROOT, "%.1f", 100 * share)));
    return data;
  }
}
