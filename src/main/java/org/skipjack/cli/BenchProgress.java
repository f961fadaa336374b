package org.skipjack.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.skipjack.bench.BenchListener;
import org.skipjack.bench.MatmulLimit;

/** Shows a measurement: on a terminal a line that is rewritten, otherwise nothing. */
record BenchProgress(PrintStream out, boolean rewriting) implements BenchListener {

  @Override
  public void limitMeasured(MatmulLimit limit) {
    show("limit %.1f GFLOP/s", limit.flopsPerSecond() / 1e9);
  }

  @Override
  public void stepped(int done, int steps) {
    show("step %d/%d", done, steps);
  }

  /** Leaves an empty line for what comes next. */
  void end() {
    show("");
  }

  private void show(String format, Object... values) {
    if (rewriting) {
      out.print("\r\033[K" + String.format(Locale.ROOT, format, values));
      out.flush();
    }
  }
}
