package org.skipjack.train.health;

import java.util.LinkedHashMap;
import java.util.Map;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Parameter;

/**
 * The Euclidean norm of a gradient, taken parameter by parameter and added in double precision.
 * Measuring allocates no native memory.
 */
public final class GradientNorms implements AutoCloseable {
  private final Map<String, NonFiniteCheck> parts = new LinkedHashMap<>();

  public GradientNorms(Parameters gradients) {
    for (Parameter parameter : gradients.layout()) {
      if (parameter.learned()) {
        parts.put(parameter.name(), new NonFiniteCheck(gradients.get(parameter.name())));
      }
    }
  }

  /**
   * The norm of the gradient of all parameters together, as it is now; NaN or infinite where it is
   * not finite.
   */
  public double measure() {
    double squares = 0;
    for (NonFiniteCheck part : parts.values()) {
      var unused = part.holds();
      squares += part.norm() * part.norm();
    }
    return Math.sqrt(squares);
  }

  @Override
  public void close() {
    parts.values().forEach(NonFiniteCheck::close);
  }
}
