/**
 * What a net costs in time on this machine, against what the machine could do: {@code Bench}, and
 * the {@code Measurement} that it gives.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>What is timed is what a user runs. A step of training is that of {@link
 *       org.skipjack.train.Training}, images decoded, loss, both passes, update and all; a step of
 *       inference decodes a batch and computes the net's output.
 *   <li>The images are random, and a run sees each of them once, as an epoch does: a few batches
 *       seen again and again would lie in the cache.
 *   <li>The median of the steps is the figure, the quartiles tell how sure it is: one step that the
 *       operating system disturbs moves a mean, but not these.
 *   <li>The limit is a matrix product of the same engine, on as many threads, in the same
 *       precision, in the same process, before and after the steps. A limit from a data sheet would
 *       flatter a machine that runs slower than its sheet says.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
