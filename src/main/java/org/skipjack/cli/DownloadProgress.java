package org.skipjack.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.skipjack.data.catalog.Download;

/** How far a download is: on a terminal a line that is written over, else a line a tenth. */
final class DownloadProgress implements Download.Progress {
  private static final long BETWEEN_NANOS = 200_000_000;

  private final PrintWriter out;
  private final boolean onTerminal;
  private String file = "";
  private long began;
  private long first;
  private long lastShown;
  private long lastTenth = -1;

  DownloadProgress(PrintWriter out, boolean onTerminal) {
    this.out = out;
    this.onTerminal = onTerminal;
  }

  @Override
  public void report(String name, long done, long total) {
    long now = System.nanoTime();
    if (!name.equals(file)) {
      file = name;
      began = now;
      first = done;
      lastTenth = -1;
    }
    long tenth = total == 0 ? 10 : 10 * done / total;
    boolean due = onTerminal ? now - lastShown > BETWEEN_NANOS || done == total : tenth > lastTenth;
    if (!due) {
      return;
    }
    lastShown = now;
    lastTenth = tenth;
    double seconds = Math.max(0.001, (now - began) / 1e9);
    out.print(onTerminal ? "\r\033[K" : "");
    out.printf(
        Locale.ROOT,
        "%s  %.1f of %.1f MB  %d %%  %.1f MB/s",
        name,
        done / 1e6,
        total / 1e6,
        total == 0 ? 100 : 100 * done / total,
        (done - first) / 1e6 / seconds);
    out.print(onTerminal && done < total ? "" : System.lineSeparator());
    out.flush();
  }
}
