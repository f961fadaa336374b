/**
 * Training: {@code Training}, optimisers, schedules, losses, {@code History}, checkpoints.
 *
 * <p>{@link org.skipjack.train.Training} says what is to be done and is a value; {@link
 * org.skipjack.train.Trainer} does it, and is the only thing here that holds native memory; {@link
 * org.skipjack.train.Run} is what comes out.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>The training error of an epoch is counted on its batches as they pass, before each update,
 *       in training mode: the habit of He et al. 2015 (Fig. 6), and free. The test error is taken
 *       after the epoch, in evaluation mode.
 *   <li>Loss and optimiser are written here once, on ND4J arrays, and serve every engine.
 *   <li>A seed splits by name into weights, order of images and dropout. A net and its plain twin
 *       trained from one seed start from the same weights and see the same batches.
 *   <li>{@code history.jsonl} holds only what a second run repeats to the bit; times are in {@code
 *       timings.jsonl} beside it.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.train;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
