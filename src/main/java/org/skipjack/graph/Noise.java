package org.skipjack.graph;

import java.util.List;

/**
 * A product with random factors in training, and with a constant in evaluation; the shape stays.
 *
 * <p>A factor is zero with a probability, and a constant otherwise.
 */
public sealed interface Noise extends Op {

  /** The probability that a factor is zero. */
  double rate();

  /** The value of the other factors. */
  double kept();

  /** The factor in evaluation. */
  double evaluation();

  /** Whether one factor is drawn for a whole batch, and not one for each value. */
  boolean perBatch();

  /** The sizes of the factors for a batch of outputs: as many axes, each whole or 1. */
  default long[] factorSizes(Shape output, long batch) {
    long[] sizes = output.withBatch(batch);
    if (perBatch()) {
      java.util.Arrays.fill(sizes, 1);
    }
    return sizes;
  }

  @Override
  default Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  default <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitNoise(this);
  }

  /**
   * Zeroes values with probability {@code rate} in training and divides the others by 1 − rate
   * (Srivastava et al. 2014).
   */
  record Dropout(double rate) implements Noise {
    @Override
    public double kept() {
      return 1 / (1 - rate);
    }

    @Override
    public double evaluation() {
      return 1;
    }

    @Override
    public boolean perBatch() {
      return false;
    }
  }

  /**
   * Stochastic depth (Huang et al. 2016, arXiv:1603.09382, eq. 2 and 5): in training all values of
   * a batch are zero with probability {@code 1 − survival}; in evaluation they are multiplied by
   * it.
   */
  record StochasticDepth(double survival) implements Noise {
    @Override
    public double rate() {
      return 1 - survival;
    }

    @Override
    public double kept() {
      return 1;
    }

    @Override
    public double evaluation() {
      return survival;
    }

    @Override
    public boolean perBatch() {
      return true;
    }
  }
}
