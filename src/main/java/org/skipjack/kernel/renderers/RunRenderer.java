package org.skipjack.kernel.renderers;

import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.train.Run;

/** A training that was carried out, as the chart of its history. */
public final class RunRenderer implements Renderer<Run> {
  @Override
  public Class<Run> type() {
    return Run.class;
  }

  @Override
  public Rendering render(Run run) {
    boolean plain = run.training().net().equals(run.training().net().plain());
    Rendering shown = HistoryRenderer.rendering(plain ? "plain" : "residual", run.history());
    return run.complete() ? shown : shown.with(Rendering.PLAIN, "stopped: " + shown.plain());
  }
}
