/**
 * Data sets: readers, the synthetic shapes, batches and the seed that orders them.
 *
 * <p>A {@link org.skipjack.data.Dataset} keeps labelled images as unsigned bytes, {@code [N, C, H,
 * W]}, in one array; nothing becomes a float before {@link org.skipjack.data.Batches} decodes the
 * batch that is needed.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.data;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
