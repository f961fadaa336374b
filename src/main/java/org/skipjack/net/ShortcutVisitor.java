package org.skipjack.net;

/**
 * A visitor with a method for each kind of shortcut. There are no default methods, so whoever lacks
 * a kind does not compile.
 */
public interface ShortcutVisitor<R> {
  /** See {@link Shortcut.Automatic}. */
  R visitAutomatic(Shortcut.Automatic shortcut);

  /** See {@link Shortcut.Identity}. */
  R visitIdentity(Shortcut.Identity shortcut);

  /** See {@link Shortcut.ZeroPad}. */
  R visitZeroPad(Shortcut.ZeroPad shortcut);

  /** See {@link Shortcut.Projection}. */
  R visitProjection(Shortcut.Projection shortcut);

  /** See {@link Shortcut.Scaled}. */
  R visitScaled(Shortcut.Scaled shortcut);

  /** See {@link Shortcut.ExclusiveGate}. */
  R visitExclusiveGate(Shortcut.ExclusiveGate shortcut);

  /** See {@link Shortcut.ShortcutOnlyGate}. */
  R visitShortcutOnlyGate(Shortcut.ShortcutOnlyGate shortcut);

  /** See {@link Shortcut.DroppedOut}. */
  R visitDroppedOut(Shortcut.DroppedOut shortcut);
}
