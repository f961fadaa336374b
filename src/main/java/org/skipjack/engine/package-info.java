/**
 * The contract between what a net means and what runs it: {@code Engine}, {@code Program}, {@code
 * Parameters}; engines are found by {@link java.util.ServiceLoader}.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>A program computes; it does not train. It turns a batch into the net's output, and a
 *       gradient with respect to that output into gradients of all parameters. Loss, optimizer and
 *       schedule belong to {@code org.skipjack.train}, are written once, and serve every engine.
 *   <li>All learned values lie in one array, and so do all gradients, so that an optimizer step is
 *       a few vector operations whatever the depth, and a checkpoint is one block of memory.
 *   <li>Randomness is an argument of the call that needs it.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
