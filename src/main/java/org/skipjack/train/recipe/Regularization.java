package org.skipjack.train.recipe;

import org.skipjack.train.history.History;

/**
 * Regularization in a recipe: label smoothing, mixup, gradient clipping, weight averaging, early
 * stopping; 0 turns one off.
 *
 * @param labelSmoothing ε in [0, 1): a training image's target is {@code 1 − ε} for its class, plus
 *     {@code ε / K} for each of the K (Szegedy et al. 2016, arXiv:1512.00567, §7)
 * @param mixup α from 0 to 8: images and targets of a batch are mixed with those of the batch in
 *     reverse, {@code λ·x + (1 − λ)·x'}, with one λ a batch from Beta(α, α) (Zhang et al. 2018,
 *     arXiv:1710.09412, eq. 1); a training error is then counted against the class of the larger
 *     share
 * @param clipNorm the largest Euclidean norm of the gradient of all parameters together; a longer
 *     one is scaled down to it (Pascanu et al. 2013, arXiv:1211.5063, Alg. 1)
 * @param averaging d in [0, 1): the net that is tested and kept has the moving average {@code a ←
 *     d·a + (1 − d)·w} of the weights, with {@code (1 + t) / (10 + t)} for d after t updates while
 *     that is smaller; statistics of batch normalization are those of the training
 * @param patience epochs without a better one on the validation images after which the training
 *     ends (Prechelt 1998); see {@link History#best}
 */
public record Regularization(
    double labelSmoothing, double mixup, double clipNorm, double averaging, int patience) {
  /** Nothing. */
  public static final Regularization NONE = new Regularization(0, 0, 0, 0, 0);

  /** So much that λ would take long to draw, and is nearly ½ always. */
  private static final double LARGEST_MIXUP = 8;

  private static final double LARGEST_NORM = 1e9;

  /** Checks the ranges. */
  public Regularization {
    requireShare("label smoothing", labelSmoothing, "0.1");
    requireShare("averaging", averaging, "0.999");
    require(mixup >= 0 && mixup <= LARGEST_MIXUP, "mixup's α", mixup, "0 to 8", "1");
    require(
        clipNorm >= 0 && clipNorm <= LARGEST_NORM,
        "the norm to clip to",
        clipNorm,
        "0 to 1e9",
        "1");
    require(patience >= 0 && patience <= 1_000_000, "patience", patience, "0 to 1000000", "10");
  }

  private static void requireShare(String what, double value, String usual) {
    require(value >= 0 && value < 1, what, value, "0 or more and less than 1", usual);
  }

  private static void require(
      boolean holds, String what, Number value, String expected, String usual) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s is %s, expected %s.%nFix: %s".formatted(what, value, expected, usual));
    }
  }

  /** These with another smoothing of labels. */
  public Regularization withLabelSmoothing(double changed) {
    return new Regularization(changed, mixup, clipNorm, averaging, patience);
  }

  /** These with another mixing of images. */
  public Regularization withMixup(double changed) {
    return new Regularization(labelSmoothing, changed, clipNorm, averaging, patience);
  }

  /** These with another norm to clip to. */
  public Regularization withClipNorm(double changed) {
    return new Regularization(labelSmoothing, mixup, changed, averaging, patience);
  }

  /** These with another averaging of weights. */
  public Regularization withAveraging(double changed) {
    return new Regularization(labelSmoothing, mixup, clipNorm, changed, patience);
  }

  /** These with another patience. */
  public Regularization withPatience(int changed) {
    return new Regularization(labelSmoothing, mixup, clipNorm, averaging, changed);
  }
}
