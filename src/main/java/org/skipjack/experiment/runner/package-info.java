/**
 * Runs the trials of a plan, on this machine, as many at a time as its processors and memory allow.
 *
 * <p>A run that was interrupted goes on from its checkpoint.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.experiment.runner;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
