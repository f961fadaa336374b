package org.skipjack.engine.onednn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;

/**
 * The arrays through which a plan for one batch size meets the outside. A planner asks for none of
 * them: they are needed when the plan is bound.
 */
interface Bindings {

  Graph graph();

  int batch();

  /** A parameter in its public layout, read by the forward pass. */
  INDArray parameter(String name);

  /** The gradient of a parameter, written by the backward pass. */
  INDArray gradient(String name);

  /** Where training writes a statistic of the batch, by the name of the running one. */
  INDArray statistic(String name);

  /** {@code [N, …]}. */
  INDArray input();

  /** {@code [N, …]}. */
  INDArray output();

  /** {@code [N, …]}, read by the backward pass. */
  INDArray outputGradient();

  /** The factors of a noise node, in the sizes that its operation says, read in training. */
  INDArray factors(Node node);

  /** For a plan that is only to be measured: there are no arrays. */
  static Bindings none(Graph graph, int batch) {
    return new None(graph, batch);
  }

  /** See {@link #none}. */
  record None(Graph graph, int batch) implements Bindings {
    private static INDArray nothing() {
      throw new IllegalStateException("this plan cannot be bound");
    }

    @Override
    public INDArray parameter(String name) {
      return nothing();
    }

    @Override
    public INDArray gradient(String name) {
      return nothing();
    }

    @Override
    public INDArray statistic(String name) {
      return nothing();
    }

    @Override
    public INDArray input() {
      return nothing();
    }

    @Override
    public INDArray output() {
      return nothing();
    }

    @Override
    public INDArray outputGradient() {
      return nothing();
    }

    @Override
    public INDArray factors(Node node) {
      return nothing();
    }
  }
}
