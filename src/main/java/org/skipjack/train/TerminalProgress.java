package org.skipjack.train;

import java.io.PrintStream;
import java.util.Locale;
import org.skipjack.io.OutputException;
import org.skipjack.io.Printable;
import org.skipjack.train.history.History;
import org.skipjack.train.history.TrainingNote;

/**
 * Shows a training on a terminal: one line that is rewritten a few times a second, and one that
 * stays for each epoch. Where the output is no terminal, only the latter.
 */
public final class TerminalProgress implements TrainingListener {
  private static final long NANOS_BETWEEN_LINES = 200_000_000;

  private final PrintStream out;
  private final boolean rewriting;
  private long lastLine;

  /**
   * Progress on a stream.
   *
   * @param rewriting whether the stream is a terminal, on which a line can be written over
   */
  public TerminalProgress(PrintStream out, boolean rewriting) {
    this.out = out;
    this.rewriting = rewriting;
  }

  @Override
  public void stepped(Progress progress) {
    long now = System.nanoTime();
    if (!rewriting || now - lastLine < NANOS_BETWEEN_LINES) {
      return;
    }
    lastLine = now;
    out.printf(
        Locale.ROOT,
        "\r\033[Kepoch %d/%d  %3.0f %%  training error %.1f %%  %,.0f images/s  %s left",
        progress.epoch(),
        progress.epochs(),
        100 * progress.done(),
        100 * progress.trainingError(),
        progress.imagesPerSecond(),
        duration(progress.secondsLeft()));
    out.flush();
  }

  @Override
  public void epochEnded(Training training, History.Epoch epoch) {
    out.printf(
        Locale.ROOT,
        "%sepoch %d/%d  training error %.1f %%  %stest error %.1f %%  %s%n",
        rewriting ? "\r\033[K" : "",
        epoch.epoch(),
        training.epochCount(),
        100 * epoch.trainingError(),
        epoch.validation().map(TerminalProgress::validation).orElse(""),
        100 * epoch.testError(),
        duration(epoch.seconds()));
  }

  private static String validation(History.Score score) {
    return String.format(Locale.ROOT, "validation error %.1f %%  ", 100 * score.error());
  }

  @Override
  public void noted(TrainingNote trainingNote) {
    out.printf(
        Locale.ROOT,
        "%snote, epoch %d, iteration %d: %s%n",
        rewriting ? "\r\033[K" : "",
        trainingNote.epoch(),
        trainingNote.iteration(),
        Printable.lines(trainingNote.text()));
  }

  @Override
  public void notSaved(OutputException failure) {
    out.printf(
        Locale.ROOT,
        "%s%s%nthe training goes on%n",
        rewriting ? "\r\033[K" : "",
        Printable.lines(String.valueOf(failure.getMessage())));
  }

  @Override
  public void refused(CheckpointException refusal) {
    out.printf(
        Locale.ROOT,
        "%s%nan older checkpoint is taken%n",
        Printable.lines(String.valueOf(refusal.getMessage())));
  }

  @Override
  public void resumed(Checkpoint from) {
    out.printf(
        Locale.ROOT,
        "%s, %s%n",
        from.end().isPresent() ? "it has ended before" : "going on",
        String.format(
            Locale.ROOT,
            "after %,d updates, whole epochs %d: %s",
            from.iteration(),
            from.history().epochs().size(),
            Printable.of(String.valueOf(from.file()))));
  }

  /** {@code 42 s}, {@code 3:07 min} or {@code 2:15 h}. */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
  }
}
