package org.skipjack.kernel.renderers;

import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.plot.LearningRateSearchChart;
import org.skipjack.train.LearningRateSearch;

/** A search for a learning rate as its chart, with what to begin with in words. */
public final class LearningRateSearchRenderer implements Renderer<LearningRateSearch> {
  @Override
  public Class<LearningRateSearch> type() {
    return LearningRateSearch.class;
  }

  @Override
  public Rendering render(LearningRateSearch search) {
    String words = search.toString();
    String chart =
        ChartPicture.html(LearningRateSearchChart.of(search).chart(), "loss by learning rate");
    return Rendering.text(words).html(chart + Table.lines(words.lines().toList()));
  }
}
