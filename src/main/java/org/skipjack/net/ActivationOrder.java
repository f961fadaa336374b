package org.skipjack.net;

/**
 * The order of batch normalization (N), relu (R), convolutions (W) and the addition in a residual
 * block: the five orders of He et al. 2016 (arXiv:1603.05027, Fig. 4 and Table 2). All have the
 * same number of parameters.
 *
 * <p>In front of the blocks and behind them the net is what §4 and the appendix of the paper say:
 * each convolution is normalized and rectified once, and a pre-activation net ends with one more
 * activation. The first block of each stage of a pre-activation net has its activation before the
 * branch, so that both F and the shortcut read it.
 */
public enum ActivationOrder implements Option.BlockOption, Option.FamilyOption {

  /** W N R W N, addition, R: He et al. 2015. */
  ORIGINAL("originalOrder", "", "N", "R", "NR"),

  /** W N R W, addition, N R. */
  BATCH_NORM_AFTER_ADDITION("batchNormAfterAddition", "", "", "NR", "NR"),

  /** W N R W N R, addition: F is never negative, so that the signal can only grow. */
  RELU_BEFORE_ADDITION("reluBeforeAddition", "", "NR", "", "NR"),

  /** R W N R W N, addition. */
  RELU_ONLY_PRE_ACTIVATION("reluOnlyPreActivation", "R", "N", "", "N"),

  /** N R W N R W, addition: the pre-activation net. */
  FULL_PRE_ACTIVATION("fullPreActivation", "NR", "", "", "");

  private final String word;
  private final String before;
  private final String end;
  private final String after;
  private final String stem;

  ActivationOrder(String word, String before, String end, String after, String stem) {
    this.word = word;
    this.before = before;
    this.end = end;
    this.after = after;
    this.stem = stem;
  }

  /** Adds what stands before the first convolution of F. */
  Net before(Net net) {
    return add(net, before);
  }

  /** Adds what stands between two convolutions of F, in every order. */
  static Net between(Net net) {
    return add(net, "NR");
  }

  /** Adds what stands behind the last convolution of F. */
  Net end(Net net) {
    return add(net, end);
  }

  /**
   * The same, with a last normalization that starts at zero.
   *
   * @throws IllegalArgumentException if no normalization stands there
   */
  Net endAtZero(Net net) {
    if (!end.startsWith("N")) {
      throw new IllegalArgumentException(
          "zeroGamma() needs an F that ends with batch normalization, and %s() has none there.%n"
                  .formatted(word)
              + "Fix: drop zeroGamma(), or use originalOrder()");
    }
    return add(net.batchNorm(Option.zeroGamma()), end.substring(1));
  }

  /** Adds what stands behind the addition. */
  Net after(Net net) {
    return add(net, after);
  }

  /** Adds what stands behind the first convolution of the net. */
  Net stem(Net net) {
    return add(net, stem);
  }

  /** Whether F starts with an activation. */
  boolean isPreActivation() {
    return !before.isEmpty();
  }

  private static Net add(Net net, String letters) {
    Net longer = net;
    for (int i = 0; i < letters.length(); i++) {
      longer = letters.charAt(i) == 'N' ? longer.batchNorm() : longer.relu();
    }
    return longer;
  }

  @Override
  public String keyword() {
    return word;
  }

  @Override
  public String kind() {
    return "order";
  }
}
