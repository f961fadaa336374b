package org.skipjack.net;

import java.util.List;
import java.util.Locale;

/**
 * A named option of a word, as in {@code conv(64, kernelSize(7), stride(2))}.
 *
 * <p>Which options a word takes is a matter of types: {@link ConvOption} for convolutions, {@link
 * PoolOption} for pooling, {@link BlockOption} for block functions, {@link FamilyOption} for the
 * papers' nets. Of each kind one may be given.
 */
public sealed interface Option {

  /** The word of the language for this option, such as {@code "stride"}. */
  default String keyword() {
    return decapitalized(getClass().getSimpleName());
  }

  /** Its arguments: numbers, or an option that it wraps. */
  default List<Object> arguments() {
    return List.of();
  }

  /** What it says something about, such as {@code "shortcut"}; of a kind one may be given. */
  default String kind() {
    return keyword();
  }

  /** The option as it is written, such as {@code stride(2)}. */
  default String text() {
    return NetPrinter.print(this);
  }

  /** An option of {@link Net#conv}. */
  sealed interface ConvOption extends Option
      permits KernelSize, Stride, Padding, Dilation, Groups, Bias, Initializer {}

  /** An option of {@link Net#depthwiseConv}. */
  sealed interface DepthwiseOption extends Option
      permits KernelSize, Stride, Padding, Dilation, Bias, Initializer {}

  /** An option of {@link Net#dense}. */
  sealed interface DenseOption extends Option permits Initializer {}

  /** An option of {@link Net#batchNorm}. */
  sealed interface NormOption extends Option permits ZeroGamma {}

  /** An option of {@link Net#maxPool} and {@link Net#avgPool}. */
  sealed interface PoolOption extends Option permits KernelSize, Stride, Padding {}

  /** An option of {@link Blocks}. */
  sealed interface BlockOption extends Option
      permits Stride,
          ActivationOrder,
          StridePlacement,
          Dropout,
          ZeroGamma,
          SqueezeExcitation,
          StochasticDepth {}

  /** An option of {@link Families}. */
  sealed interface FamilyOption extends Option
      permits Width,
          Classes,
          Shortcut,
          BlockKind,
          ActivationOrder,
          StridePlacement,
          Dropout,
          ZeroGamma,
          SqueezeExcitation,
          StochasticDepth,
          Initializer {}

  /** An option that is one whole number. */
  sealed interface Counted extends Option
      permits KernelSize, Stride, Padding, Dilation, Groups, Width, Classes {
    /** The number. */
    int value();

    @Override
    default List<Object> arguments() {
      return List.of(value());
    }
  }

  /** Height and width of the window in pixels. */
  record KernelSize(int value) implements Counted, ConvOption, DepthwiseOption, PoolOption {}

  /** Step of the window in pixels. */
  record Stride(int value)
      implements Counted, ConvOption, DepthwiseOption, PoolOption, BlockOption {}

  /** Pixels of zeros on each side of the image. */
  record Padding(int value) implements Counted, ConvOption, DepthwiseOption, PoolOption {}

  /** A learned bias for each output channel. */
  record Bias() implements ConvOption, DepthwiseOption {}

  /** Pixels from one tap of a convolution's window to the next. */
  record Dilation(int value) implements Counted, ConvOption, DepthwiseOption {}

  /** Groups of channels that a convolution keeps apart. */
  record Groups(int value) implements Counted, ConvOption {}

  /** A scale γ that starts at zero. */
  record ZeroGamma() implements NormOption, BlockOption, FamilyOption {}

  /** Squeeze and excitation at the end of a block. */
  record SqueezeExcitation(int reduction) implements BlockOption, FamilyOption {
    /** Checks that the reduction is positive. */
    public SqueezeExcitation {
      ArgumentChecks.positive("reduction", reduction, "squeezeExcitation(16)");
    }

    @Override
    public List<Object> arguments() {
      return List.of(reduction);
    }
  }

  /** The probability that a block survives a batch; of a family, that its last block does. */
  record StochasticDepth(double survival) implements BlockOption, FamilyOption {
    /** Checks that the survival probability is one, and not zero. */
    public StochasticDepth {
      ArgumentChecks.survival(survival);
    }

    @Override
    public List<Object> arguments() {
      return List.of(survival);
    }
  }

  /** Filters of a family's first stage; the later stages double it. */
  record Width(int value) implements Counted, FamilyOption {
    /** Checks that there is at least one filter. */
    public Width {
      ArgumentChecks.within("width", value, 1 << 16, "width(16)");
    }
  }

  /** Number of classes, which is the number of outputs of a family's last layer. */
  record Classes(int value) implements Counted, FamilyOption {
    /** Checks that there is at least one class. */
    public Classes {
      ArgumentChecks.positive("classes", value, "classes(10)");
    }
  }

  /** Dropout before the last convolution of a block. */
  record Dropout(double rate) implements BlockOption, FamilyOption {
    /** Checks that the rate is a probability below one. */
    public Dropout {
      ArgumentChecks.dropoutRate(rate);
    }

    @Override
    public List<Object> arguments() {
      return List.of(rate);
    }
  }

  /** A window of {@code value × value} pixels; 3 for a convolution unless given. */
  static KernelSize kernelSize(int value) {
    return new KernelSize(value);
  }

  /**
   * A step of {@code value} pixels; 1 for a convolution, the kernel size for pooling unless given.
   */
  static Stride stride(int value) {
    return new Stride(value);
  }

  /**
   * {@code value} pixels of zeros on each side; for a convolution {@code dilation · (kernelSize −
   * 1) / 2}, for pooling 0 unless given.
   */
  static Padding padding(int value) {
    return new Padding(value);
  }

  /** A bias for each output channel; without it a convolution has none, as in He et al. 2015. */
  static Bias bias() {
    return new Bias();
  }

  /**
   * {@code value} pixels from one tap of a convolution's window to the next (Yu and Koltun 2016,
   * arXiv:1511.07122); 1 unless given.
   */
  static Dilation dilation(int value) {
    return new Dilation(value);
  }

  /**
   * {@code value} groups of channels, each convolved by filters of its own (Krizhevsky et al. 2012;
   * Xie et al. 2017, arXiv:1611.05431); 1 unless given. Both the channels of the input and the
   * filters must be multiples of it.
   */
  static Groups groups(int value) {
    return new Groups(value);
  }

  /**
   * A batch normalization whose γ starts at zero, so that a block that ends with it starts as the
   * identity (Goyal et al. 2017, arXiv:1706.02677, §5.1); given to a block or a family it means the
   * last normalization of F.
   */
  static ZeroGamma zeroGamma() {
    return new ZeroGamma();
  }

  /**
   * Squeeze and excitation at the end of F (Hu et al. 2018, arXiv:1709.01507); see {@link
   * Net#squeezeExcitation}.
   *
   * @param reduction 16 in the paper
   */
  static SqueezeExcitation squeezeExcitation(int reduction) {
    return new SqueezeExcitation(reduction);
  }

  /**
   * Stochastic depth (Huang et al. 2016, arXiv:1603.09382): of a block, the probability that F
   * survives a batch; of a family, that of its last block, 0.5 in the paper: block l of L survives
   * with probability {@code 1 − l / L · (1 − survival)} (eq. 4).
   */
  static StochasticDepth stochasticDepth(double survival) {
    return new StochasticDepth(survival);
  }

  /** See {@link Initializer#HE_NORMAL}. */
  static Initializer heNormal() {
    return Initializer.HE_NORMAL;
  }

  /** See {@link Initializer#HE_NORMAL_FAN_OUT}. */
  static Initializer heNormalFanOut() {
    return Initializer.HE_NORMAL_FAN_OUT;
  }

  /** See {@link Initializer#GLOROT_NORMAL}. */
  static Initializer glorotNormal() {
    return Initializer.GLOROT_NORMAL;
  }

  /** See {@link Initializer#GLOROT_UNIFORM}. */
  static Initializer glorotUniform() {
    return Initializer.GLOROT_UNIFORM;
  }

  /** {@code value} filters in the first stage of a family; 16 unless given, 64 for ImageNet. */
  static Width width(int value) {
    return new Width(value);
  }

  /** {@code value} classes; 10 unless given, 1000 for ImageNet. */
  static Classes classes(int value) {
    return new Classes(value);
  }

  /** The identity shortcut; F must keep the shape (He et al. 2015, eq. 1). */
  static Shortcut identity() {
    return new Shortcut.Identity();
  }

  /**
   * The shortcut without parameters (option A of He et al. 2015, §3.3): pixels are skipped by the
   * stride and zero channels appended.
   */
  static Shortcut zeroPad() {
    return new Shortcut.ZeroPad();
  }

  /**
   * The shortcut that is the identity where F keeps the shape and a 1×1 convolution where it does
   * not (option B of §4.1): what {@link Net#residual} does unless asked for another.
   */
  static Shortcut projectionWhereNeeded() {
    return new Shortcut.Automatic();
  }

  /**
   * The shortcut times a constant (He et al. 2016, arXiv:1603.05027, §3.1); F can be scaled by
   * {@link Net#scale}.
   */
  static Shortcut scaled(double factor) {
    return scaled(factor, projectionWhereNeeded());
  }

  /** The same of another shortcut, such as {@code zeroPad()}. */
  static Shortcut scaled(double factor, Shortcut shortcut) {
    return new Shortcut.Scaled(factor, shortcut);
  }

  /**
   * Exclusive gating (He et al. 2016, §3.2): F(x) · g(x) + x · (1 − g(x)) with {@code g(x) = σ(Wx +
   * b)}, a 1×1 convolution, where b starts at {@code bias}: −6 served best.
   */
  static Shortcut exclusiveGate(double bias) {
    return exclusiveGate(bias, projectionWhereNeeded());
  }

  /** The same with another shortcut in place of x. */
  static Shortcut exclusiveGate(double bias, Shortcut shortcut) {
    return new Shortcut.ExclusiveGate(bias, shortcut);
  }

  /** Shortcut-only gating (He et al. 2016, §3.3): F(x) + x · (1 − g(x)), g as in the exclusive. */
  static Shortcut shortcutOnlyGate(double bias) {
    return shortcutOnlyGate(bias, projectionWhereNeeded());
  }

  /** The same with another shortcut in place of x. */
  static Shortcut shortcutOnlyGate(double bias, Shortcut shortcut) {
    return new Shortcut.ShortcutOnlyGate(bias, shortcut);
  }

  /** Dropout on the shortcut (He et al. 2016, §3.5), with a rate of 0.5 in the paper. */
  static Shortcut droppedOut(double rate) {
    return droppedOut(rate, projectionWhereNeeded());
  }

  /** The same of another shortcut. */
  static Shortcut droppedOut(double rate, Shortcut shortcut) {
    return new Shortcut.DroppedOut(rate, shortcut);
  }

  /** The 1×1 convolution on this shortcut whether the shape changes or not (option C of §4.1). */
  static Shortcut projection() {
    return new Shortcut.Projection();
  }

  /**
   * Dropout in each block, between the relu and the last 3×3 convolution (Zagoruyko and Komodakis
   * 2016, arXiv:1605.07146, §2.4).
   *
   * @param rate from 0, included, to 1, not included
   */
  static Dropout dropout(double rate) {
    return new Dropout(rate);
  }

  /** See {@link BlockKind#BASIC}. */
  static BlockKind basicBlocks() {
    return BlockKind.BASIC;
  }

  /** See {@link BlockKind#BOTTLENECK}. */
  static BlockKind bottlenecks() {
    return BlockKind.BOTTLENECK;
  }

  /** See {@link StridePlacement#IN_1X1}. */
  static StridePlacement strideIn1x1() {
    return StridePlacement.IN_1X1;
  }

  /** See {@link StridePlacement#IN_3X3}. */
  static StridePlacement strideIn3x3() {
    return StridePlacement.IN_3X3;
  }

  /** See {@link ActivationOrder#ORIGINAL}. */
  static ActivationOrder originalOrder() {
    return ActivationOrder.ORIGINAL;
  }

  /** See {@link ActivationOrder#BATCH_NORM_AFTER_ADDITION}. */
  static ActivationOrder batchNormAfterAddition() {
    return ActivationOrder.BATCH_NORM_AFTER_ADDITION;
  }

  /** See {@link ActivationOrder#RELU_BEFORE_ADDITION}. */
  static ActivationOrder reluBeforeAddition() {
    return ActivationOrder.RELU_BEFORE_ADDITION;
  }

  /** See {@link ActivationOrder#RELU_ONLY_PRE_ACTIVATION}. */
  static ActivationOrder reluOnlyPreActivation() {
    return ActivationOrder.RELU_ONLY_PRE_ACTIVATION;
  }

  /** See {@link ActivationOrder#FULL_PRE_ACTIVATION}. */
  static ActivationOrder fullPreActivation() {
    return ActivationOrder.FULL_PRE_ACTIVATION;
  }

  private static String decapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
