/**
 * Moves the state of a training into a checkpoint and back.
 *
 * <p>Each part that has state names it in one method, which serves saving and loading alike, so the
 * two cannot drift apart. For use inside {@code train}.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.train.state;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
