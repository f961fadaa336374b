/**
 * The engine on SameDiff, ND4J's own executable graph: the meaning of every operation, and the way
 * to any ND4J backend.
 *
 * <p>The graph is written down in SameDiff's operations, and SameDiff derives the gradients. What
 * runs them is a plan of ours ({@link org.skipjack.engine.samediff.SameDiffPlan}): the operations
 * in order, each with its context and buffers made once, buffers shared between lifetimes.
 * SameDiff's own session takes 64 to 85 µs an operation for looking things up and allocating; a
 * context that is kept takes 2 µs.
 *
 * <p>Decided here, on measurements (float32, 32×8×16×16, one thread):
 *
 * <ul>
 *   <li>SameDiff's {@code batchNorm} has no gradient in M2.1, so batch normalization is composed.
 *       The obvious composition multiplies by a broadcast vector, whose gradient takes 2,700 µs.
 *       Scale and shift by channel are a depthwise 1×1 convolution instead: 120 µs forward, 310 µs
 *       backward.
 *   <li>Option A's shortcut is a 1×1 convolution with a constant weight of ones and zeros: exact,
 *       with a gradient that works, where slicing and padding need the batch size in the graph.
 *   <li>The gradient of the loss with respect to the output enters as a placeholder, and each
 *       operation differentiates itself from there, the last first: any loss fits, and the contract
 *       stays free of it.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.engine.samediff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
