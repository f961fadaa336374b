package org.skipjack.net;

import org.skipjack.net.Option.ConvOption;
import org.skipjack.net.Option.DenseOption;
import org.skipjack.net.Option.DepthwiseOption;
import org.skipjack.net.Option.FamilyOption;

/**
 * A weight initializer: how initial weights are drawn. {@code fanIn} is the number of inputs that
 * one output sums over, {@code fanOut} the number of outputs that one input goes to.
 */
public enum Initializer implements ConvOption, DepthwiseOption, DenseOption, FamilyOption {

  /**
   * Normal with variance {@code 2 / fanIn} (He et al. 2015, arXiv:1502.01852, eq. 10): the usual.
   */
  HE_NORMAL("heNormal"),

  /** Normal with variance {@code 2 / fanOut} (He et al. 2015, eq. 14), as in fb.resnet.torch. */
  HE_NORMAL_FAN_OUT("heNormalFanOut"),

  /** Normal with variance {@code 2 / (fanIn + fanOut)} (Glorot and Bengio 2010, eq. 12). */
  GLOROT_NORMAL("glorotNormal"),

  /** Uniform within {@code ±√(6 / (fanIn + fanOut))} (Glorot and Bengio 2010, eq. 16). */
  GLOROT_UNIFORM("glorotUniform");

  private final String word;

  Initializer(String word) {
    this.word = word;
  }

  @Override
  public String keyword() {
    return word;
  }

  @Override
  public String kind() {
    return "initializer";
  }
}
