/**
 * The plan of an experiment: arms, seeds, claims, data and computation, as values.
 *
 * <p>A plan has one JSON text and so one digest; whoever holds it can run it.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.experiment.plan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
