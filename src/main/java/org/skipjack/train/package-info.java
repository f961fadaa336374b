/**
 * Training: {@code Training}, optimizers, schedules, losses, {@code History}, checkpoints.
 *
 * <p>{@link org.skipjack.train.Training} says what is to be done and is a value; {@link
 * org.skipjack.train.Trainer} does it, and is the only thing here that holds native memory; {@link
 * org.skipjack.train.Run} is what comes out.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>The training error of an epoch is counted on its batches as they pass, before each update,
 *       in training mode: the habit of He et al. 2015 (Fig. 6), and free. Validation and test error
 *       are taken after the epoch, in evaluation mode.
 *   <li>The best epoch is the best on validation images. The lowest test error can be had too, by a
 *       name that says what it is and with a warning: {@link
 *       org.skipjack.train.history.History.BestOnTest}.
 *   <li>Loss and optimizer are written here once, on ND4J arrays, and serve every engine.
 *   <li>{@link org.skipjack.train.TrainingListener} is the one way to watch: terminal, notebook,
 *       files and recorders are listeners, joined by {@code and}. The Java Flight Recorder's is
 *       always there, since an event that nobody records costs next to nothing.
 *   <li>A {@link org.skipjack.train.Checkpoint} is a training between two batches, in one sealed
 *       file. A part that has state names it in one method, which {@link
 *       org.skipjack.train.state.StateTransfer} calls to write and to read; so nothing is written
 *       that is not read. Where the data is follows from the number of updates; order and
 *       augmentation are drawn from the seed, split by epoch and image, so they have no state.
 *       Whoever changes what a number means raises the format's.
 *   <li>A checkpoint is taken or refused whole: its digest, its version, and all words of what was
 *       asked, digests of the data included, have to agree. What was refused is left where it is.
 *   <li>After each step the loss, the gradient, the batch's statistics and the weights have to be
 *       finite: four norms. Only when one is not, the step is computed again with a {@link
 *       org.skipjack.engine.TensorListener}, which finds the first tensor that is not. A relu may
 *       make a zero of a NaN; what it hides so from loss, gradient and weights stays unseen.
 *   <li>In the last batch of each epoch the outputs of relus are looked at, in that step alone.
 *   <li>A file that cannot be written ends no training; the next one is tried when it is due.
 *   <li>A training holds native memory while it runs and no longer, however it ends: {@link
 *       org.skipjack.train.Trainer} closes program, gradients, optimizer and batches, and ends the
 *       thread that decodes; what is left is the parameters of the run. No step after the first
 *       epoch allocates any: {@code NativeMemoryTest} counts.
 *   <li>An optimizer is a few sums {@code x + factor · y} over all learned values at once. SGD
 *       takes three, 0.14 ms for 0.24 million values and 22 ms for 22 million on a Zen 4 core;
 *       ND4J's fluent calls took seven, 0.5–1.6 ms and 41–53 ms, its op {@code nesterovs_updater}
 *       alone 0.2 ms and 11–20 ms. Pieces that fit the second-level cache cost more in calls than
 *       they save. Adam's root is slow, 90–200 ms for 25 million values.
 *   <li>Of an epoch of ResNet-20 on 32 × 32 images, cropped and flipped, in batches of 128, waiting
 *       for data took 0.14 %, the loss 0.07 % and the update 0.10 %, on a busy machine: {@code
 *       train resnet20 --data shapes32 --augment pad-crop,flip}, from {@code timings.jsonl}. In
 *       bfloat16 on 50,000 images waiting took 0.8 % of an epoch of 29 seconds.
 *   <li>A seed splits by name into weights, order of images, augmentation and dropout. A net and
 *       its plain twin trained from one seed start from the same weights and see the same batches.
 *   <li>{@code history.jsonl} holds only what a second run repeats to the bit; times are in {@code
 *       timings.jsonl} beside it.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.train;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
