/**
 * Whole-or-nothing files: what is written under a name is complete, or the old file is still there.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.io;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
