/**
 * Data sets: readers, the synthetic shapes, batches, augmentation and the seed that orders them.
 *
 * <p>A {@link org.skipjack.data.Dataset} is labels in memory and pixels wherever they are: mapped
 * files, image files that are decoded when asked for, or an array where a reader had to unpack.
 * They are unsigned bytes, {@code [N, C, H, W]}, and nothing becomes a float before a {@link
 * org.skipjack.data.batch.Feed} decodes the batch that is needed.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Images to learn from, to choose by and to be judged by are different types, {@link
 *       org.skipjack.data.TrainingSet}, {@link org.skipjack.data.ValidationSet} and {@link
 *       org.skipjack.data.TestSet}: what chooses takes the second, so nothing is chosen on the test
 *       images by accident.
 *   <li>A feed decodes one batch ahead, on a thread of its own, into one of two arrays. That thread
 *       runs Java only: ND4J's operations share one pool of threads, and a second user of it would
 *       change how sums are divided, and so their last bits.
 *   <li>A byte becomes a float by a table of its 256 values, and the mean is subtracted in a loop
 *       of its own, which HotSpot vectorizes. One image of {@code 3 × 32 × 32} takes 2.0 µs on a
 *       Zen 4 core, on JDK 17 and 25; division in one loop 3.3 µs, by way of ints 4.2 µs and 1.9
 *       µs.
 *   <li>Augmentation works on bytes, before the mean is subtracted; what it takes away becomes the
 *       mean image, so zero for the net.
 *   <li>Readers hold what a header states against the file before they allocate for it, and refuse
 *       what does not fit with a {@link org.skipjack.data.DatasetException} that knows the file and
 *       the byte. The platform's image decoders fill in what a damaged file lacks, so files are
 *       checked before they get there.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.data;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
