package org.skipjack.train;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.ArrayOp;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Parameter;

/**
 * Scales a gradient down to a norm if it is longer. Norms are taken parameter by parameter and
 * added in double precision.
 */
final class Clipping implements AutoCloseable {
  private final double largest;
  private final List<INDArray> norms = new ArrayList<>();
  private final List<ArrayOp> measures = new ArrayList<>();
  private final ArrayOp scale;

  Clipping(Parameters gradients, double largest) {
    this.largest = largest;
    for (Parameter parameter : gradients.layout()) {
      if (parameter.learned()) {
        INDArray norm = Nd4j.scalar(gradients.type(), 0);
        norms.add(norm);
        measures.add(ArrayOp.norm(norm, gradients.get(parameter.name())));
      }
    }
    scale = ArrayOp.sum(gradients.learned(), gradients.learned(), gradients.learned());
  }

  /** Clips the gradient that is there now. */
  void clip() {
    double squares = 0;
    for (int i = 0; i < norms.size(); i++) {
      measures.get(i).run();
      double norm = norms.get(i).getDouble(0);
      squares += norm * norm;
    }
    double norm = Math.sqrt(squares);
    if (norm > largest) {
      scale.run(largest / norm - 1);
    }
  }

  @Override
  public void close() {
    measures.forEach(ArrayOp::close);
    scale.close();
    norms.forEach(INDArray::close);
  }
}
