/**
 * Where runs are kept: a folder per run, in plain files that a person can read.
 *
 * <p>A run is read back only if its files belong together; what is damaged is made again.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.experiment.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
