/**
 * The {@code skipjack} command.
 *
 * <p>Exit code 0 means done, 1 failed, 2 wrong usage, 130 stopped by Ctrl-C. Results go to standard
 * output, progress and errors to standard error. A mistake of the user is answered by its message,
 * which ends in a fix; a stack trace is shown only for a defect of ours, and only on request.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
