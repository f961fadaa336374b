package org.skipjack.net;

import java.util.List;

/**
 * The shortcut of a residual block, which is added to F(x): the ways of He et al. 2015
 * (arXiv:1512.03385, §3.3) to carry x to the addition, and those of He et al. 2016
 * (arXiv:1603.05027, Table 1) to change it on the way.
 *
 * <p>A projection is a 1×1 convolution without bias, followed by a batch normalization when F
 * itself ends with one, so that both summands are normalized alike. That is the paper's net where F
 * ends in batch normalization, and the pre-activation net of He et al. 2016 where it ends in a
 * convolution.
 */
public sealed interface Shortcut extends Option.FamilyOption {

  /** Calls the visitor's method for this kind of shortcut. */
  <R> R accept(ShortcutVisitor<R> visitor);

  @Override
  default String kind() {
    return "shortcut";
  }

  /** Identity where F keeps the shape and a projection where it does not: option B, the default. */
  record Automatic() implements Shortcut {
    @Override
    public String keyword() {
      return "projectionWhereNeeded";
    }

    @Override
    public <R> R accept(ShortcutVisitor<R> visitor) {
      return visitor.visitAutomatic(this);
    }
  }

  /** Identity; F must keep the shape. */
  record Identity() implements Shortcut {
    @Override
    public <R> R accept(ShortcutVisitor<R> visitor) {
      return visitor.visitIdentity(this);
    }
  }

  /** Identity, with pixels skipped by the stride and zero channels appended: option A. */
  record ZeroPad() implements Shortcut {
    @Override
    public <R> R accept(ShortcutVisitor<R> visitor) {
      return visitor.visitZeroPad(this);
    }
  }

  /** A projection on every block: option C. */
  record Projection() implements Shortcut {
    @Override
    public <R> R accept(ShortcutVisitor<R> visitor) {
      return visitor.visitProjection(this);
    }
  }

  /**
   * Another shortcut, times a constant: {@code λ · x} (He et al. 2016, §3.1, "constant scaling").
   */
  record Scaled(double factor, Shortcut of) implements Modified {
    /** Checks the factor. */
    public Scaled {
      ArgumentChecks.finite("factor", factor, "scaled(0.5)");
      Modified.require(of);
    }

    @Override
    public double number() {
      return factor;
    }

    @Override
    public <R> R accept(ShortcutVisitor<R> visitor) {
      return visitor.visitScaled(this);
    }
  }

  /**
   * Another shortcut, times 1 − g(x), while F is multiplied by the gate {@code g(x) = σ(W_g x +
   * b_g)}, W_g a 1×1 convolution (He et al. 2016, §3.1, "exclusive gating").
   */
  record ExclusiveGate(double bias, Shortcut of) implements Modified {
    /** Checks the bias. */
    public ExclusiveGate {
      ArgumentChecks.finite("bias", bias, "exclusiveGate(-6)");
      Modified.require(of);
    }

    @Override
    public double number() {
      return bias;
    }

    @Override
    public <R> R accept(ShortcutVisitor<R> visitor) {
      return visitor.visitExclusiveGate(this);
    }
  }

  /**
   * Another shortcut, times 1 − g(x), with the gate of {@link ExclusiveGate} (He et al. 2016, §3.1,
   * "shortcut-only gating").
   */
  record ShortcutOnlyGate(double bias, Shortcut of) implements Modified {
    /** Checks the bias. */
    public ShortcutOnlyGate {
      ArgumentChecks.finite("bias", bias, "shortcutOnlyGate(-6)");
      Modified.require(of);
    }

    @Override
    public double number() {
      return bias;
    }

    @Override
    public <R> R accept(ShortcutVisitor<R> visitor) {
      return visitor.visitShortcutOnlyGate(this);
    }
  }

  /** Another shortcut, with dropout (He et al. 2016, §3.1, "dropout shortcut"). */
  record DroppedOut(double rate, Shortcut of) implements Modified {
    /** Checks that the rate is a probability below one. */
    public DroppedOut {
      ArgumentChecks.dropoutRate(rate);
      Modified.require(of);
    }

    @Override
    public double number() {
      return rate;
    }

    @Override
    public <R> R accept(ShortcutVisitor<R> visitor) {
      return visitor.visitDroppedOut(this);
    }
  }

  /**
   * A shortcut that changes what another carries: the kinds of He et al. 2016 (arXiv:1603.05027,
   * Fig. 2 and Table 1).
   */
  sealed interface Modified extends Shortcut {
    /** The shortcut that carries x. */
    Shortcut of();

    /** The number that the kind is given. */
    double number();

    @Override
    default List<Object> arguments() {
      return of() instanceof Automatic ? List.of(number()) : List.of(number(), of());
    }

    private static void require(Shortcut of) {
      if (of instanceof Modified) {
        throw new IllegalArgumentException(
            "%s changes its shortcut already; one change is all that a block takes.%n"
                    .formatted(of.text())
                + "Fix: keep one of them");
      }
    }
  }
}
