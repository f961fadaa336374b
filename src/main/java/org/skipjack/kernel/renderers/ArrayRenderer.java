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
    ArrayCorner arrayCorner = ArrayCorner.of(array);
    String about = arrayCorner.about();
    return Rendering.text(about + "\n" + arrayCorner.table().text())
        .html(Table.lines(List.of(about)) + arrayCorner.table().html());
  }
}
