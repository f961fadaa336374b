/**
 * The façade: what a notebook or a script imports, {@code import static org.skipjack.Skipjack.*}.
 *
 * <p>The packages, in the order in which an idea flows: {@link org.skipjack.net} (what the user
 * wrote), {@link org.skipjack.graph} (what it means), {@link org.skipjack.engine} (what runs it),
 * {@link org.skipjack.train}, and what looks at the result: {@link org.skipjack.plot}, {@link
 * org.skipjack.tribuo}.
 */
@NullMarked
@CheckReturnValue
package org.skipjack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
