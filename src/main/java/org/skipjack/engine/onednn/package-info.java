/**
 * The engine on oneDNN: a static plan of primitives over ND4J's memory, for the hardware's speed.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.engine.onednn;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
