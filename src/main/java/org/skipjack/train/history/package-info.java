/**
 * What a training measured: {@link org.skipjack.train.history.History}, epoch by epoch, and its
 * JSON.
 *
 * <p>It depends on nothing else of ours, so that charts and reports can read histories without the
 * code that trains.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.train.history;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
