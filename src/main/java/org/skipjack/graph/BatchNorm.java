package org.skipjack.graph;

import java.util.List;

/**
 * Batch normalization over each channel (Ioffe and Szegedy 2015, arXiv:1502.03167, Alg. 1 and 2).
 *
 * <p>{@code y = γ · (x − mean) / sqrt(variance + epsilon) + β}, the shape stays. In training, mean
 * and (biased) variance are those of the batch over N, H and W, and the running statistics move
 * towards them: {@code running ← (1 − 0.1) · running + 0.1 · batch}, where the batch's variance
 * enters unbiased. In evaluation the running statistics take their place. Parameters, in order:
 * {@code gamma} and {@code beta} {@code [C]}, learned; {@code mean} and {@code variance} {@code
 * [C]}, statistics.
 *
 * @param start what γ starts with
 */
public record BatchNorm(double start) implements Op {
  /** Added to the variance before its root is taken. */
  public static final double EPSILON = 1e-5;

  /** The share of a batch's statistics in the running ones. */
  public static final double MOMENTUM = 0.1;

  /** A normalization whose γ starts at 1. */
  public BatchNorm() {
    this(1);
  }

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitBatchNorm(this);
  }

  @Override
  public List<Parameter> parameters(String node, List<Shape> inputs) {
    int channels = inputs.get(0).channels();
    return List.of(
        Parameter.learned(node, "gamma", channels, start),
        Parameter.learned(node, "beta", channels, 0),
        Parameter.statistic(node, "mean", channels, 0),
        Parameter.statistic(node, "variance", channels, 1));
  }
}
