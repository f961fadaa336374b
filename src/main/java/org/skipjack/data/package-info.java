/**
 * Data sets: readers, the synthetic shapes, batches, augmentation and the seed that orders them.
 *
 * <p>A {@link org.skipjack.data.Dataset} keeps labelled images as unsigned bytes, {@code [N, C, H,
 * W]}, in one array; nothing becomes a float before a {@link org.skipjack.data.Feed} decodes the
 * batch that is needed.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>A feed decodes one batch ahead, on a thread of its own, into one of two arrays. That thread
 *       runs Java only: ND4J's operations share one pool of threads, and a second user of it would
 *       change how sums are divided, and so their last bits.
 *   <li>A byte becomes a float by a table of its 256 values, and the mean is subtracted in a loop
 *       of its own, which HotSpot vectorises. One image of {@code 3 × 32 × 32} takes 2.0 µs on a
 *       Zen 4 core, on JDK 17 and 25; division in one loop 3.3 µs, by way of ints 4.2 µs and 1.9
 *       µs.
 *   <li>Augmentation works on bytes, before the mean is subtracted; what it takes away becomes the
 *       mean image, so zero for the net.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.data;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
