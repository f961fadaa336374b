/**
 * Trainings as a notebook shows them while they run: a bar with forecast and figures, and the chart
 * of errors, both replaced in place.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>A training need not be told: {@link org.skipjack.kernel.live.LiveTraining} is an observer
 *       of all trainings, and is silent where no kernel runs. It speaks JJava's interface, so it
 *       works in a stock JJava kernel as it does in ours.
 *   <li>At most ten updates a second; what came meanwhile is dropped but the newest, and the last
 *       is always sent. The chart, which takes 50 ms to draw, is drawn at the end of an epoch and
 *       at most once a second.
 *   <li>Jupyter's console knows nothing of updates in place. It is told by the name of the process
 *       that started the kernel, and gets a line that is written over.
 *   <li>A training with a listener of its own, one of a comparison for example, has the bar alone.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
