package org.skipjack.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Parameter;

/**
 * The Euclidean norm of a gradient, taken parameter by parameter and added in double precision.
 * Measuring allocates no native memory.
 */
final class GradientNorms implements AutoCloseable {
  private final Map<String, Finite> parts = new LinkedHashMap<>();

  GradientNorms(Parameters gradients) {
    for (Parameter parameter : gradients.layout()) {
      if (parameter.learned()) {
        parts.put(parameter.name(), new Finite(gradients.get(parameter.name())));
      }
    }
  }

  /**
   * The norm of the gradient of all parameters together, as it is now; NaN or infinite where it is
   * not finite.
   */
  double measure() {
    double squares = 0;
    for (Finite part : parts.values()) {
      var unused = part.holds();
      squares += part.norm() * part.norm();
    }
    return Math.sqrt(squares);
  }

  @Override
  public void close() {
    parts.values().forEach(Finite::close);
  }
}
