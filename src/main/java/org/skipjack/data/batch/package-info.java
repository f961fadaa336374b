/**
 * Batches: images decoded into native memory, in the order of an epoch.
 *
 * <p>The next batch is decoded on a thread of its own while the present one trains.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.data.batch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
