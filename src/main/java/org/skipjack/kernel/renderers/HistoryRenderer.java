package org.skipjack.kernel.renderers;

import java.util.List;
import java.util.Locale;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.plot.ErrorChart;
import org.skipjack.train.history.History;

/** A history as its chart, with its last epoch in words. */
public final class HistoryRenderer implements Renderer<History> {
  @Override
  public Class<History> type() {
    return History.class;
  }

  @Override
  public Rendering render(History history) {
    return rendering("error", history);
  }

  /** A history under a name. */
  static Rendering rendering(String name, History history) {
    if (history.epochs().isEmpty()) {
      return Rendering.text("no epoch has ended");
    }
    String words =
        String.format(
            Locale.ROOT,
            "%d epochs, then training error %s, test error %s",
            history.last().epoch(),
            Table.percent(history.last().trainingError()),
            Table.percent(history.last().testError()));
    return ChartPicture.rendering(
        words, ErrorChart.of(List.of(new ErrorChart.Series(name, history))).chart());
  }
}
