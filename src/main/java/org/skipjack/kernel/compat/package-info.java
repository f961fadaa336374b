/**
 * IJava's lineage: a kernel as libraries and notebooks written for IJava and JJava know it.
 *
 * <p>{@link org.skipjack.kernel.compat.NotebookKernel} is JJava's {@code BaseKernel} with our
 * evaluation below it and our {@link org.skipjack.kernel.display.Output} above it: renderers,
 * magics, comms and extensions of that lineage work unchanged.
 *
 * <p>JJava's channels are left out ({@link org.skipjack.kernel.wire}), and so is its parser of
 * magics, which takes every {@code "x = %d"} for one.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.compat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
