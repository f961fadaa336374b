package org.skipjack.net;

/**
 * A named option of a layer, as in {@code conv(64, kernelSize(7), stride(2))}.
 *
 * <p>Which options a layer takes is a matter of types: {@link ConvOption} for convolutions, {@link
 * PoolOption} for pooling. Each may be given once.
 */
public sealed interface Option {

  /** An option of {@link Net#conv}. */
  sealed interface ConvOption extends Option permits KernelSize, Stride, Padding, Bias {}

  /** An option of {@link Net#maxPool} and {@link Net#avgPool}. */
  sealed interface PoolOption extends Option permits KernelSize, Stride, Padding {}

  /** An option of {@link Families#resnet} and {@link Families#plain}. */
  sealed interface FamilyOption extends Option permits Width, Classes, Shortcut {}

  /** Height and width of the window in pixels. */
  record KernelSize(int value) implements ConvOption, PoolOption {}

  /** Step of the window in pixels. */
  record Stride(int value) implements ConvOption, PoolOption {}

  /** Pixels of zeros on each side of the image. */
  record Padding(int value) implements ConvOption, PoolOption {}

  /** One learned constant added to each output channel. */
  record Bias() implements ConvOption {}

  /** Filters of a family's first stage; the later stages double it. */
  record Width(int value) implements FamilyOption {
    /** Checks that there is at least one filter. */
    public Width {
      Checks.positive("width", value, "width(16)");
    }
  }

  /** Number of classes, which is the number of outputs of a family's last layer. */
  record Classes(int value) implements FamilyOption {
    /** Checks that there is at least one class. */
    public Classes {
      Checks.positive("classes", value, "classes(10)");
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

  /** {@code value} filters in the first stage of a family; 16 unless given. */
  static Width width(int value) {
    return new Width(value);
  }

  /** {@code value} classes; 10 unless given. */
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
}
