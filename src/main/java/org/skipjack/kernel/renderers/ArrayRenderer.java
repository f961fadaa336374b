package org.skipjack.kernel.renderers;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;

/** An array of ND4J as its shape, its range, and a corner of its values. */
public final class ArrayRenderer implements Renderer<INDArray> {
  @Override
  public Class<INDArray> type() {
    return INDArray.class;
  }

  @Override
  public Rendering render(INDArray array) {
    Corner corner = Corner.of(array);
    String about = corner.about();
    return Rendering.text(about + "\n" + corner.table().text())
        .html(Table.lines(List.of(about)) + corner.table().html());
  }
}
