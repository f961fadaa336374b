package org.skipjack.cli;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.experiment.store.StoredRun;
import org.skipjack.io.Printable;
import org.skipjack.train.TerminalProgress;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.history.History;

/** The plan, then one line for all runs, rewritten, and one that stays for each that ends. */
final class CompareProgress implements ExperimentListener {
  private static final long NANOS_BETWEEN_LINES = 200_000_000;

  private final PrintStream out;
  private final boolean rewriting;
  private final Map<Trial, Double> work = new HashMap<>();
  private final Map<Trial, Double> done = new HashMap<>();
  private final Set<Trial> told = new HashSet<>();
  private double doneBefore;
  private long start = System.nanoTime();
  private long lastLine;

  CompareProgress(PrintStream out, boolean rewriting) {
    this.out = out;
    this.rewriting = rewriting;
  }

  @Override
  public synchronized void planned(ExperimentPlan experimentPlan, List<Trial> trials) {
    if (work.isEmpty()) {
      out.print(Printable.lines(experimentPlan.toString()));
    }
    for (Trial trial : trials) {
      work.put(trial, experimentPlan.work(experimentPlan.arm(trial.name())));
    }
    start = System.nanoTime();
    doneBefore = done();
  }

  @Override
  public synchronized void reused(Trial trial, StoredRun run) {
    done.put(trial, 1.0);
    doneBefore += work.getOrDefault(trial, 0.0);
    if (told.add(trial)) {
      line(trial, run, ", was there already");
    }
  }

  @Override
  public synchronized void damaged(Trial trial, StoredRun run) {
    say(
        "%s: damaged (%s), so it is made again, from its checkpoint where it has one"
            .formatted(trial.title(), run.fault().orElse("")));
  }

  @Override
  public synchronized void elsewhere(Trial trial) {
    if (told.add(trial)) {
      say("%s: another process is at it".formatted(trial.title()));
      told.remove(trial);
    }
  }

  @Override
  public synchronized void stepped(Trial trial, TrainingListener.Progress progress) {
    done.put(trial, progress.share());
    long now = System.nanoTime();
    if (!rewriting || now - lastLine < NANOS_BETWEEN_LINES) {
      return;
    }
    lastLine = now;
    double all = work.values().stream().mapToDouble(Double::doubleValue).sum();
    double left = (now - start) / 1e9 * (all - done()) / Math.max(1, done() - doneBefore);
    out.printf(
        Locale.ROOT,
        "\r\033[K%d of %d runs  %3.0f %%  %s left",
        told.size(),
        work.size(),
        100 * done() / all,
        TerminalProgress.duration(left));
    out.flush();
  }

  private double done() {
    return done.entrySet().stream()
        .mapToDouble(one -> one.getValue() * work.getOrDefault(one.getKey(), 0.0))
        .sum();
  }

  @Override
  public synchronized void ended(Trial trial, StoredRun run) {
    if (run.result().status().isFinished() && told.add(trial)) {
      line(trial, run, "");
    }
  }

  private void line(Trial trial, StoredRun run, String more) {
    String figures =
        run.result().hasResult()
            ? "training error %s, test error %s"
                .formatted(
                    FigureFormat.percent(Metric.TRAINING_ERROR.of(run.result().history())),
                    FigureFormat.percent(Metric.TEST_ERROR.of(run.result().history())))
            : run.result().status() + " after " + epochs(run.result().history());
    say("%s: %s%s".formatted(trial.title(), figures, more));
  }

  private static String epochs(History history) {
    return history.epochs().size() == 1 ? "1 epoch" : history.epochs().size() + " epochs";
  }

  private void say(String line) {
    out.println((rewriting ? "\r\033[K" : "") + Printable.of(line));
  }
}
