package org.skipjack.kernel.renderers;

import java.util.List;
import org.skipjack.data.Dataset;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;

/** A data set as some of its images with their classes. */
public final class DatasetRenderer implements Renderer<Dataset> {
  @Override
  public Class<Dataset> type() {
    return Dataset.class;
  }

  @Override
  public Rendering render(Dataset dataset) {
    return Rendering.text(dataset.toString())
        .html(Table.lines(List.of(dataset.toString())) + ImageGrid.of(dataset).html());
  }
}
