package org.skipjack.cli;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.skipjack.train.History;
import org.skipjack.train.Run;
import org.skipjack.train.TerminalProgress;
import org.skipjack.train.TrainingListener;

/** One line for all trainings of the demo, rewritten, and one that stays for each that ends. */
final class DemoProgress {
  private static final long NANOS_BETWEEN_LINES = 200_000_000;

  private final PrintStream out;
  private final boolean rewriting;
  private final double workInAll;
  private final Map<Demo.Entry, Double> shares = new HashMap<>();
  private final long start = System.nanoTime();
  private long lastLine;

  DemoProgress(Demo demo, PrintStream out, boolean rewriting) {
    this.out = out;
    this.rewriting = rewriting;
    this.workInAll = demo.entries().stream().mapToDouble(Demo.Entry::depth).sum();
  }

  /** The listener of one training. */
  TrainingListener of(Demo.Entry entry) {
    return new TrainingListener() {
      @Override
      public void stepped(Progress progress) {
        advance(entry, progress.share());
      }

      @Override
      public void ended(Run run) {
        if (run.complete()) {
          report(entry, run.history().last());
        }
      }
    };
  }

  private synchronized void advance(Demo.Entry entry, double share) {
    shares.put(entry, share);
    long now = System.nanoTime();
    if (!rewriting || now - lastLine < NANOS_BETWEEN_LINES) {
      return;
    }
    lastLine = now;
    double done =
        shares.entrySet().stream().mapToDouble(e -> e.getKey().depth() * e.getValue()).sum()
            / workInAll;
    double left = (now - start) / 1e9 * (1 - done) / done;
    out.printf(
        Locale.ROOT,
        "\r\033[Ktraining  %3.0f %%  %s left",
        100 * done,
        TerminalProgress.duration(left));
    out.flush();
  }

  private synchronized void report(Demo.Entry entry, History.Epoch last) {
    out.printf(
        Locale.ROOT,
        "%s%-12s seed %d  training error %4.1f %%  test error %4.1f %%%n",
        rewriting ? "\r\033[K" : "",
        entry.title(),
        entry.seed(),
        100 * last.trainingError(),
        100 * last.testError());
  }
}
