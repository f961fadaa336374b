package org.skipjack.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Parameter;

/** The task of a benchmark: training or inference. */
public enum BenchTask {
  /** Whole steps of training: images decoded, forward and backward pass, loss, update. */
  TRAIN,

  /** Images decoded and a forward pass in evaluation; no loss, no probabilities. */
  INFER;

  /**
   * Floating point operations of the convolutions and fully connected layers for one image, each
   * multiply-accumulate being two.
   *
   * <p>Inference takes {@code 2 · MACs}. Training takes that for the output, as much again for the
   * gradient of the weights, and as much again for the gradient of the input; the last not where
   * nothing learned lies before a layer, so not for the first convolution.
   */
  public long flops(Graph graph) {
    return this == INFER ? 2 * graph.macs() : trainingFlops(graph);
  }

  private static long trainingFlops(Graph graph) {
    Map<String, Long> macs = graph.macsByNode();
    Map<String, Boolean> learns = new HashMap<>();
    long flops = 0;
    for (Node node : graph.nodes()) {
      boolean before = node.inputs().stream().anyMatch(learns::get);
      flops += (before ? 6 : 4) * macs.getOrDefault(node.name(), 0L);
      learns.put(node.name(), before || node.parameters().stream().anyMatch(Parameter::learned));
    }
    return flops;
  }

  /** {@code train} or {@code infer}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
