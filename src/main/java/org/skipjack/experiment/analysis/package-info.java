/**
 * What may be concluded from the runs of an experiment: paired differences, verdicts, claims.
 *
 * <p>It reads results and draws no conclusions that the plan did not fix beforehand.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.experiment.analysis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
