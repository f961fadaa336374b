/**
 * Detects trainings that fail.
 *
 * <p>A loss or weight that is not finite is traced to the layer and tensor in which it first
 * appeared ({@link org.skipjack.train.health.DivergedException}); relus that output zero for a
 * whole batch are found; gradient norms are measured without allocating native memory.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.train.health;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
