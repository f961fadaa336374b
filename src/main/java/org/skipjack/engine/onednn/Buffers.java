package org.skipjack.engine.onednn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.RunningStatistics;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Noise;

/** The arrays of a program's plan: parameters that all its plans share, batches of its own. */
final class Buffers implements Bindings {
  private final Graph graph;
  private final int batch;
  private final Parameters parameters;
  private final Supplier<Parameters> gradients;
  private final RunningStatistics statistics;
  private final INDArray input;
  private final INDArray output;
  private final INDArray outputGradient;
  private final Map<Node, INDArray> factors = new LinkedHashMap<>();

  Buffers(
      Graph graph,
      int batch,
      Parameters parameters,
      Supplier<Parameters> gradients,
      RunningStatistics statistics) {
    this.graph = graph;
    this.batch = batch;
    this.parameters = parameters;
    this.gradients = gradients;
    this.statistics = statistics;
    input = Nd4j.zeros(graph.inputShape().withBatch(batch));
    output = Nd4j.zeros(graph.output().shape().withBatch(batch));
    outputGradient = Nd4j.zeros(graph.output().shape().withBatch(batch));
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Noise noise) {
        factors.put(node, Nd4j.zeros(noise.factorSizes(node.shape(), batch)));
      }
    }
  }

  @Override
  public Graph graph() {
    return graph;
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public INDArray parameter(String name) {
    return parameters.get(name);
  }

  @Override
  public INDArray gradient(String name) {
    return gradients.get().get(name);
  }

  @Override
  public INDArray statistic(String name) {
    return statistics.ofBatch(name);
  }

  @Override
  public INDArray input() {
    return input;
  }

  @Override
  public INDArray output() {
    return output;
  }

  @Override
  public INDArray outputGradient() {
    return outputGradient;
  }

  @Override
  public INDArray factors(Node node) {
    return Objects.requireNonNull(factors.get(node), node.name());
  }

  /** Each noise node with its factors, in the order of the graph. */
  void forEachNoise(BiConsumer<Noise, INDArray> action) {
    factors.forEach((node, array) -> action.accept((Noise) node.op(), array));
  }

  void close() {
    input.close();
    output.close();
    outputGradient.close();
    factors.values().forEach(INDArray::close);
  }
}
