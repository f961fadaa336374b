package org.skipjack.train;

/**
 * What a recipe may do beside; 0 leaves a thing out.
 *
 * @param labelSmoothing ε in [0, 1): a training image's target is {@code 1 − ε} for its class, plus
 *     {@code ε / K} for each of the K (Szegedy et al. 2016, arXiv:1512.00567, §7)
 * @param clipNorm the largest Euclidean norm of the gradient of all parameters together; a longer
 *     one is scaled down to it (Pascanu et al. 2013, arXiv:1211.5063, Alg. 1)
 * @param averaging d in [0, 1): the net that is tested and kept has the moving average {@code a ←
 *     d·a + (1 − d)·w} of the weights, with {@code (1 + t) / (10 + t)} for d after t updates while
 *     that is smaller; statistics of batch normalisation are those of the training
 */
public record Extras(double labelSmoothing, double clipNorm, double averaging) {
  /** Nothing. */
  public static final Extras NONE = new Extras(0, 0, 0);

  /** Checks the ranges. */
  public Extras {
    requireShare("label smoothing", labelSmoothing, "0.1");
    requireShare("averaging", averaging, "0.999");
    if (!(clipNorm >= 0)) {
      throw new IllegalArgumentException(
          "the norm to clip to is %s, expected 0 or more.%nFix: 1".formatted(clipNorm));
    }
  }

  private static void requireShare(String what, double value, String usual) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s is %s, expected 0 or more and less than 1.%nFix: %s".formatted(what, value, usual));
    }
  }

  /** These with another smoothing of labels. */
  public Extras withLabelSmoothing(double changed) {
    return new Extras(changed, clipNorm, averaging);
  }

  /** These with another norm to clip to. */
  public Extras withClipNorm(double changed) {
    return new Extras(labelSmoothing, changed, averaging);
  }

  /** These with another averaging of weights. */
  public Extras withAveraging(double changed) {
    return new Extras(labelSmoothing, clipNorm, changed);
  }
}
