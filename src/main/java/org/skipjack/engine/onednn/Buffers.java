package org.skipjack.engine.onednn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.RunningStatistics;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Op;

/**
 * The arrays through which a plan meets the outside, for one batch size.
 *
 * @param graph the graph
 * @param parameters read by the forward pass
 * @param gradients written by the backward pass
 * @param statistics where the forward pass writes those of the batch
 * @param input {@code [N, …]}
 * @param output {@code [N, …]}
 * @param outputGradient {@code [N, …]}, for training
 * @param factors those of each dropout node, {@code [N, …]}
 */
record Buffers(
    Graph graph,
    Parameters parameters,
    Parameters gradients,
    RunningStatistics statistics,
    INDArray input,
    INDArray output,
    INDArray outputGradient,
    Map<Node, INDArray> factors) {

  static Buffers of(
      Graph graph,
      Parameters parameters,
      Parameters gradients,
      RunningStatistics statistics,
      long batch) {
    Map<Node, INDArray> factors = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Op.Dropout) {
        factors.put(node, Nd4j.zeros(node.shape().withBatch(batch)));
      }
    }
    return new Buffers(
        graph,
        parameters,
        gradients,
        statistics,
        Nd4j.zeros(graph.inputShape().withBatch(batch)),
        Nd4j.zeros(graph.output().shape().withBatch(batch)),
        Nd4j.zeros(graph.output().shape().withBatch(batch)),
        factors);
  }

  long batch() {
    return input.size(0);
  }

  INDArray dropoutFactors(Node node) {
    return Objects.requireNonNull(factors.get(node), node.name());
  }

  void close() {
    input.close();
    output.close();
    outputGradient.close();
    factors.values().forEach(INDArray::close);
  }
}
