package org.skipjack.train;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.data.RandomSource;
import org.skipjack.data.Seed;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;

/**
 * The first values of parameters. Each parameter draws from the seed split by its own name, so its
 * values do not depend on what else the net has.
 */
public final class Initialiser {
  private Initialiser() {}

  /** New parameters of a graph, drawn from {@code seed}. */
  public static Parameters draw(Graph graph, Seed seed) {
    Parameters parameters = Parameters.zeros(graph);
    for (Parameter parameter : parameters.layout()) {
      INDArray view = parameters.get(parameter.name());
      if (parameter.start() instanceof Parameter.Start.HeNormal start) {
        float[] values = heNormal(view.length(), start.fanIn(), seed.split(parameter.name()));
        view.assign(Nd4j.createFromArray(values).reshape(view.shape()));
      } else if (parameter.start() instanceof Parameter.Start.Constant start) {
        view.assign(start.value());
      }
    }
    return parameters;
  }

  private static float[] heNormal(long length, int fanIn, Seed seed) {
    RandomSource random = seed.random();
    double deviation = Math.sqrt(2.0 / fanIn);
    float[] values = new float[Math.toIntExact(length)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }
}
