/**
 * What helps while code is written: completion, documentation, and whether it is complete.
 *
 * <p>All of it asks the compiler of a {@link org.skipjack.kernel.evaluation.Session}, which is free
 * while a cell runs. Nothing of a cell is evaluated for it: what the cell declares before the
 * cursor stands in front of what JShell is asked, and names that its imports bring are written in
 * full ({@link org.skipjack.kernel.assist.UnfinishedCode}).
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.assist;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
