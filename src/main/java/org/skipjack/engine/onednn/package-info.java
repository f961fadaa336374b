/**
 * The engine on oneDNN: a static plan of primitives over ND4J's memory, for the hardware's speed.
 *
 * <p>A planner visits the graph once for a batch size: {@link
 * org.skipjack.engine.onednn.TrainingPlanner}, where each node emits its forward steps and leaves
 * its backward steps to be emitted in reverse, or {@link
 * org.skipjack.engine.onednn.InferencePlanner}, which folds what it can into convolutions. What
 * comes out is a {@link org.skipjack.engine.onednn.OneDnnPlan}: steps in order, each with its
 * arguments bound. A plan prints itself, reorders among its steps. Parameters and gradients stay in
 * their public layout in the arrays that the optimizer works on.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>All values, gradients and work spaces lie in one arena, placed by their lifetimes ({@link
 *       org.skipjack.engine.onednn.Arena}); the plans of a program share it.
 *   <li>A plan is made without memory and without kernels; both come when it is bound. So a
 *       forecast of memory costs no memory.
 *   <li>A step may write its result over what it reads last. A plan in which a later step reads
 *       what was overwritten, by whatever name it was handed on, is not made: {@link
 *       org.skipjack.engine.onednn.Tensor}.
 *   <li>In training, a relu that alone reads a batch normalization or a sum is part of that step,
 *       forward and backward. In inference, batch normalization is in the weights of the
 *       convolution before it, and functions and sums behind the convolution are done before its
 *       results leave the registers. The weights are folded and arranged again when a checksum says
 *       that parameters changed ({@link org.skipjack.engine.onednn.Fingerprint}).
 *   <li>Values are laid out as oneDNN likes where every convolution fills its blocks of 16
 *       channels, channels last elsewhere: with 8 channels, blocks made a step of ResNet-32 at half
 *       width take 230 ms, channels last 37 ms.
 *   <li>In bfloat16, values, their gradients and weights as read are bfloat16; weight gradients,
 *       statistics and everything outside the plan are float32.
 * </ul>
 *
 * <p>What was tried for speed, on ResNet-20 with projections, batch 128, two Zen 4 cores:
 *
 * <ul>
 *   <li>OpenMP threads that spin for a moment before they sleep: 540 → 650 images/s in training (a
 *       step has 201 primitives, and each wakes the other thread).
 *   <li>Sums, relu masks and gradients of normalization that take the place of what they read,
 *       where nothing else reads it: 615 → 670 images/s, six runs of each in turn. A tensor of the
 *       first stage has 8 MB, so one fewer is felt in the cache.
 *   <li>The same for the residual sum in inference: 1,970 → 2,060 images/s, five runs of each.
 *   <li>Folding and fusing in inference: 77 steps → 25; those that went had been 17 % of the time.
 *   <li>bfloat16: 1.7 × in training.
 *   <li>Without effect: channels last instead of blocks (4 % slower in training and the same in
 *       inference on Zen 4, the same in both on Zen 5), smaller batches in inference, which stay in
 *       the second-level cache (slower), and huge pages for the arena (within the noise).
 *   <li>Not to be had: oneDNN 3.11 has no Winograd convolution for this processor, and no batch
 *       normalization with an addition in it.
 *   <li>What is left: convolutions are 84 % of a training step, at 200 GFLOP/s, where the machine's
 *       best matrix product reaches 215; batch normalization is 8 %, sums and relu masks 5 %,
 *       arranging weights 1 %. On Zen 5, whose best product reaches 370, it is 82 % at 190 to 290
 *       GFLOP/s; the same convolutions reach 240 to 390 on data that is in the cache, so there it
 *       is memory that holds them back.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.engine.onednn;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
