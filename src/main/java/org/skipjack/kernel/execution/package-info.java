/**
 * Runs compiled cells inside this JVM: class loader, thread, interrupt, redefinition, and the
 * variables that survive it.
 *
 * <p>{@link org.skipjack.kernel.execution.CellControl} is what JShell calls to load, redefine and
 * run classes; {@link org.skipjack.kernel.execution.CellThread} is where cells run.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Values stay live objects. JShell never sees one, so it never asks a model for its text.
 *   <li>An interrupt stops cell code at its next method entry or backward jump: a call is woven in
 *       there, to a call site that does nothing until it is swapped ({@link
 *       org.skipjack.kernel.execution.InterruptCheck}). A flag instead of the call site made
 *       vectorized loops five times slower. Blocking calls and our own trainings get {@link
 *       java.lang.Thread#interrupt}. Library code that heeds neither is stopped by {@code
 *       Thread.stop} where Java still has it (before 20), and left behind otherwise.
 *   <li>Cells run on one thread, so that what lives by thread, OpenMP's team of threads for one, is
 *       there for the next cell.
 *   <li>JShell compiles a snippet anew when something that it names changes, an import for example,
 *       and a control that cannot redefine classes then loses the variables: every Java kernel did
 *       (jjava#53, #119, #127, #128). Here classes are redefined in place by an agent that the
 *       process loads into itself when the first redefinition comes ({@link
 *       org.skipjack.kernel.execution.Redefiner}), so objects keep their class and variables their
 *       value. Where the JVM cannot, because fields or methods were added, the new class gets the
 *       values of the old one, and objects of a class that was replaced are carried over field by
 *       field ({@link org.skipjack.kernel.execution.StateMigration}).
 *   <li>Rejected: a call site for each call between snippets. It leaves the code of methods of
 *       classes as it was, and costs every first call 50 µs.
 *   <li>What a declaration replaced is let go at once: a class loader keeps its classes, so a
 *       static field of an old one would keep a model for ever.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.execution;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
