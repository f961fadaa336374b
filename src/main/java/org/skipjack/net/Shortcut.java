package org.skipjack.net;

/**
 * What a residual block adds to F(x): the ways that He et al. 2015 (arXiv:1512.03385, §3.3) give to
 * carry x to the addition.
 *
 * <p>A projection is a 1×1 convolution without bias, followed by a batch normalisation when F
 * itself ends with one, so that both summands are normalised alike. That is the paper's net where F
 * ends in batch normalisation, and the pre-activation net of He et al. 2016 where it ends in a
 * convolution.
 */
public sealed interface Shortcut extends Option.FamilyOption {

  @Override
  default String kind() {
    return "shortcut";
  }

  /** Identity where F keeps the shape and a projection where it does not: option B, the default. */
  record Automatic() implements Shortcut {
    @Override
    public String word() {
      return "projectionWhereNeeded";
    }
  }

  /** Identity; F must keep the shape. */
  record Identity() implements Shortcut {}

  /** Identity, with pixels skipped by the stride and zero channels appended: option A. */
  record ZeroPad() implements Shortcut {}

  /** A projection on every block: option C. */
  record Projection() implements Shortcut {}
}
