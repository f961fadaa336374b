/**
 * What helps while code is written: completion, documentation, and whether it is complete.
 *
 * <p>All of it asks the compiler of a {@link org.skipjack.kernel.evaluation.Session}, which is free
 * while a cell runs.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.assist;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
