package org.skipjack.kernel.renderers;

import org.skipjack.experiment.ArmNames;
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
    Rendering shown = HistoryRenderer.rendering(ArmNames.of(run.training()), run.history());
    return run.complete() ? shown : shown.with(Rendering.PLAIN, "stopped: " + shown.plain());
  }
}
