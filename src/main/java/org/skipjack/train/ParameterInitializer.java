package org.skipjack.train;

import org.skipjack.data.RandomSource;
import org.skipjack.data.Seed;
import org.skipjack.engine.Floats;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;

/**
 * Draws the initial values of parameters. Each parameter draws from the seed split by its own name,
 * so its values do not depend on the rest of the net.
 */
public final class ParameterInitializer {
  private ParameterInitializer() {}

  /** New parameters of a graph, drawn from {@code seed}. */
  public static Parameters draw(Graph graph, Seed seed) {
    Parameters parameters = Parameters.zeros(graph);
    for (Parameter parameter : parameters.layout()) {
      Floats.write(values(parameter, seed), parameters.get(parameter.name()));
    }
    return parameters;
  }

  private static float[] values(Parameter parameter, Seed seed) {
    float[] values = new float[Math.toIntExact(parameter.elements())];
    RandomSource random = seed.split(parameter.name()).random();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) parameter.start().draw(random);
    }
    return values;
  }
}
