/**
 * The engine on oneDNN: a static plan of primitives over ND4J's memory, for the hardware's speed.
 *
 * <p>{@link org.skipjack.engine.onednn.Planner} visits the graph once for a batch size. Each node
 * emits its forward steps and, for training, remembers its backward steps; those are emitted in
 * reverse. What comes out is a {@link org.skipjack.engine.onednn.Plan}: steps in order, each with
 * its arguments bound. Parameters and gradients stay in their public layout in the arrays that the
 * optimiser works on; normalisation reads and writes them in place, convolutions through a reorder.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>All values, gradients and work spaces lie in one arena, placed by their lifetimes ({@link
 *       org.skipjack.engine.onednn.Arena}); the plans of a program share it.
 *   <li>A relu that alone reads a batch normalisation or a sum is part of that step, forward and
 *       backward.
 *   <li>Values are laid out as oneDNN likes where every convolution fills its blocks of 16
 *       channels, channels last elsewhere: with 8 channels, blocks made a step of ResNet-32 at half
 *       width take 230 ms, channels last 37 ms.
 *   <li>Evaluation is the same plan without its backward part. Folding batch normalisation into the
 *       convolutions is not done yet, nor bfloat16.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.engine.onednn;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
