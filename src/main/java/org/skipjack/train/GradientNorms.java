package org.skipjack.train;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.ArrayOp;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Parameter;

/**
 * The Euclidean norm of a gradient, taken parameter by parameter and added in double precision.
 * Measuring allocates no native memory.
 */
final class GradientNorms implements AutoCloseable {
  private final List<INDArray> norms = new ArrayList<>();
  private final List<ArrayOp> measures = new ArrayList<>();

  GradientNorms(Parameters gradients) {
    for (Parameter parameter : gradients.layout()) {
      if (parameter.learned()) {
        INDArray norm = Nd4j.scalar(gradients.type(), 0);
        norms.add(norm);
        measures.add(ArrayOp.norm(norm, gradients.get(parameter.name())));
      }
    }
  }

  /** The norm of the gradient of all parameters together, as it is now. */
  double measure() {
    double squares = 0;
    for (int i = 0; i < norms.size(); i++) {
      measures.get(i).run();
      double norm = norms.get(i).getDouble(0);
      squares += norm * norm;
    }
    return Math.sqrt(squares);
  }

  @Override
  public void close() {
    measures.forEach(ArrayOp::close);
    norms.forEach(INDArray::close);
  }
}
