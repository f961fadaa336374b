package org.skipjack.kernel.execution;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * What woven calls in cell code call. Free until an interrupt swaps the call site: the compiler
 * sees a constant that does nothing, and a swap makes it compile again.
 *
 * <p>It is one for the JVM, and so stops the cells of all sessions in it, on whatever thread: on
 * JDK 25 a worker of the common pool belongs to no group that a session could know.
 */
public final class InterruptCheck {
  private static final MethodType NOTHING = MethodType.methodType(void.class);
  private static final MethodHandle PASS = MethodHandles.empty(NOTHING);
  private static final MethodHandle STOP = stopping();
  private static final MutableCallSite SITE = new MutableCallSite(PASS);
  private static final MethodHandle CHECK = SITE.dynamicInvoker();

  private InterruptCheck() {}

  /** Called by cell code at the entry of methods and before jumps backward. */
  public static void check() {
    try {
      CHECK.invokeExact();
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** From now on cell code stops. */
  static void raise() {
    set(STOP);
  }

  /** From now on cell code runs. */
  static void lower() {
    set(PASS);
  }

  static boolean raised() {
    return SITE.getTarget() == STOP;
  }

  private static void set(MethodHandle target) {
    SITE.setTarget(target);
    MutableCallSite.syncAll(new MutableCallSite[] {SITE});
  }

  /** Makes the error and throws it. */
  private static MethodHandle stopping() {
    try {
      return MethodHandles.collectArguments(
          MethodHandles.throwException(void.class, CellInterrupted.class),
          0,
          MethodHandles.lookup().findConstructor(CellInterrupted.class, NOTHING));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
