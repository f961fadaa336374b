package org.skipjack.graph;

import org.skipjack.net.Initializer;

/**
 * The initial weights and biases of a convolution or fully connected layer.
 *
 * @param weights how its weights are drawn
 * @param bias what its biases are, where it has any
 */
public record WeightInit(Initializer weights, double bias) {
  /** Weights of He et al. 2015, biases of zero. */
  public static final WeightInit USUAL = of(Initializer.HE_NORMAL);

  /** Weights drawn in a way, biases of zero. */
  public static WeightInit of(Initializer weights) {
    return new WeightInit(weights, 0);
  }
}
