package org.skipjack.engine;

import java.util.function.Supplier;

/** Sees what a program computes, each tensor right after it was computed. */
@FunctionalInterface
public interface TensorListener {

  /** The kind of tensor. */
  enum Part {
    /** A node's output; of nodes that are computed together, that of the last alone. */
    OUTPUT("output"),
    /** The mean or the variance of a batch, in batch normalization. */
    STATISTIC("statistic of the batch"),
    /** The gradient with respect to a node's input. */
    INPUT_GRADIENT("gradient of the input"),
    /** The gradient with respect to what a node learns. */
    PARAMETER_GRADIENT("gradient of the parameters");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    /** In words, such as {@code output}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A tensor was computed.
   *
   * @param node the path of the node that it belongs to
   * @param part what of that node it is
   * @param values in an order of the engine's own, perhaps with zeros between them; to be asked for
   *     before this returns, and copied then
   */
  void computed(String node, Part part, Supplier<float[]> values);
}
