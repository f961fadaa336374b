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
  default String word() {
    return decapitalised(getClass().getSimpleName());
  }

  /** What stands in its parentheses: numbers, or an option that it is made of. */
  default List<Object> arguments() {
    return List.of();
  }

  /** What it says something about, such as {@code "shortcut"}; of a kind one may be given. */
  default String kind() {
    return word();
  }

  /** The option as it is written, such as {@code stride(2)}. */
  default String text() {
    return NetPrinter.print(this);
  }

  /** An option of {@link Net#conv}. */
  sealed interface ConvOption extends Option permits KernelSize, Stride, Padding, Bias {}

  /** An option of {@link Net#maxPool} and {@link Net#avgPool}. */
  sealed interface PoolOption extends Option permits KernelSize, Stride, Padding {}

  /** An option of {@link Blocks}. */
  sealed interface BlockOption extends Option
      permits Stride, ActivationOrder, StridePlacement, Dropout {}

  /** An option of {@link Families}. */
  sealed interface FamilyOption extends Option
      permits Width, Classes, Shortcut, BlockKind, ActivationOrder, StridePlacement, Dropout {}

  /** Height and width of the window in pixels. */
  record KernelSize(int value) implements ConvOption, PoolOption {
    @Override
    public List<Object> arguments() {
      return List.of(value);
    }
  }

  /** Step of the window in pixels. */
  record Stride(int value) implements ConvOption, PoolOption, BlockOption {
    @Override
    public List<Object> arguments() {
      return List.of(value);
    }
  }

  /** Pixels of zeros on each side of the image. */
  record Padding(int value) implements ConvOption, PoolOption {
    @Override
    public List<Object> arguments() {
      return List.of(value);
    }
  }

  /** One learned constant added to each output channel. */
  record Bias() implements ConvOption {}

  /** Filters of a family's first stage; the later stages double it. */
  record Width(int value) implements FamilyOption {
    /** Checks that there is at least one filter. */
    public Width {
      Checks.positive("width", value, "width(16)");
    }

    @Override
    public List<Object> arguments() {
      return List.of(value);
    }
  }

  /** Number of classes, which is the number of outputs of a family's last layer. */
  record Classes(int value) implements FamilyOption {
    /** Checks that there is at least one class. */
    public Classes {
      Checks.positive("classes", value, "classes(10)");
    }

    @Override
    public List<Object> arguments() {
      return List.of(value);
    }
  }

  /** Dropout before the last convolution of a block. */
  record Dropout(double rate) implements BlockOption, FamilyOption {
    /** Checks that the rate is a probability below one. */
    public Dropout {
      Checks.dropoutRate(rate);
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
   * {@code value} pixels of zeros on each side; {@code (kernelSize − 1) / 2} for a convolution, 0
   * for pooling unless given.
   */
  static Padding padding(int value) {
    return new Padding(value);
  }

  /** A bias for each output channel; without it a convolution has none, as in He et al. 2015. */
  static Bias bias() {
    return new Bias();
  }

  /** {@code value} filters in the first stage of a family; 16 unless given, 64 for ImageNet. */
  static Width width(int value) {
    return new Width(value);
  }

  /** {@code value} classes; 10 unless given, 1000 for ImageNet. */
  static Classes classes(int value) {
    return new Classes(value);
  }

  /**
   * The shortcut that hands its input on unchanged; F must keep the shape (He et al. 2015, eq. 1).
   */
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

  private static String decapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
