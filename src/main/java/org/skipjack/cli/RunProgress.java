package org.skipjack.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.notebook.Notebook;
import org.skipjack.kernel.notebook.NotebookReader;
import org.skipjack.kernel.notebook.NotebookWriter;
import org.skipjack.kernel.notebook.RunListener;
import org.skipjack.train.TerminalProgress;

/**
 * Follows the run of a notebook: a line a cell, with its time, and on a terminal one that counts
 * while the cell runs; after each cell the notebook is written. What a script prints is printed
 * instead.
 */
final class RunProgress implements RunListener, AutoCloseable {
  private static final int CODE_WIDTH = 48;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final boolean script;
  private final boolean rewriting;
  private final Path notebook;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(RunProgress::daemon);
  private volatile @Nullable Step running;
  private volatile long began;

  /**
   * Progress of a file.
   *
   * @param notebook where it is written
   * @param rewriting whether lines can be written over
   */
  RunProgress(Path file, Path notebook, boolean rewriting) {
    script = NotebookReader.isScript(file);
    this.notebook = notebook;
    this.rewriting = rewriting && !script;
    if (this.rewriting) {
      var unused = clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "progress");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void began(Step step) {
    running = step;
    began = System.nanoTime();
    if (rewriting) {
      tick();
    }
  }

  private void tick() {
    Step step = running;
    if (step != null) {
      err.print("\r\033[K" + line(step, (System.nanoTime() - began) / 1e9));
      err.flush();
    }
  }

  @Override
  public void ended(Step step, double seconds, Notebook soFar) {
    running = null;
    NotebookWriter.write(soFar, notebook);
    if (!script) {
      err.println((rewriting ? "\r\033[K" : "") + line(step, seconds));
    }
  }

  private static String line(Step step, double seconds) {
    String code =
        step.code()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("//"))
            .findFirst()
            .orElse("");
    String time =
        seconds < 60
            ? String.format(Locale.ROOT, "%.1f s", seconds)
            : TerminalProgress.duration(seconds);
    return String.format(
        Locale.ROOT,
        "cell %d of %d  %8s  %s",
        step.number(),
        step.of(),
        time,
        code.length() <= CODE_WIDTH ? code : code.substring(0, CODE_WIDTH - 1) + "…");
  }

  @Override
  public void printed(Output.Stream stream, String text) {
    if (script) {
      PrintStream to = stream == Output.Stream.STDOUT ? out : err;
      to.print(text);
      to.flush();
    }
  }

  @Override
  public void shown(Rendering rendering) {
    if (script) {
      out.println(rendering.plain());
    }
  }

  /** No cell is at work any more. */
  void end() {
    clock.shutdownNow();
  }

  @Override
  public void close() {
    end();
  }
}
