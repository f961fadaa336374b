/**
 * The language's own Javadoc, as it is shown beside code.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>The index is the sources themselves, which the build puts into the jar, as the JDK has its
 *       own in {@code src.zip}. It is never behind the code, needs no step of the build, and gives
 *       names of parameters, generic types and the code itself as they were written. Reading one
 *       file takes the compiler some milliseconds, and is done when somebody asks.
 *   <li>A comment that only says where more is written is followed by what is written there.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.documentation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
