package org.skipjack.kernel.renderers;

import java.util.List;
import java.util.Locale;
import org.skipjack.data.DataSplit;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;

/** A division of data as its parts, and some of the images to train on. */
public final class DataSplitRenderer implements Renderer<DataSplit> {
  @Override
  public Class<DataSplit> type() {
    return DataSplit.class;
  }

  @Override
  public Rendering render(DataSplit split) {
    StringBuilder words =
        new StringBuilder(
            String.format(Locale.ROOT, "%,d images to train on", split.training().images().size()));
    split
        .validation()
        .ifPresent(
            part ->
                words.append(
                    String.format(Locale.ROOT, ", %,d to choose by", part.images().size())));
    words
        .append(String.format(Locale.ROOT, ", %,d to test on: ", split.test().images().size()))
        .append(split.training().images());
    return Rendering.text(words.toString())
        .html(
            Table.lines(List.of(words.toString()))
                + ImageGrid.of(split.training().images()).html());
  }
}
