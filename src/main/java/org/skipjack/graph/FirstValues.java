package org.skipjack.graph;

import org.skipjack.net.Initialisation;

/**
 * What a convolution or fully connected layer starts with.
 *
 * @param weights how its weights are drawn
 * @param bias what its biases are, where it has any
 */
public record FirstValues(Initialisation weights, double bias) {
  /** Weights of He et al. 2015, biases of zero. */
  public static final FirstValues USUAL = of(Initialisation.HE_NORMAL);

  /** Weights drawn in a way, biases of zero. */
  public static FirstValues of(Initialisation weights) {
    return new FirstValues(weights, 0);
  }
}
