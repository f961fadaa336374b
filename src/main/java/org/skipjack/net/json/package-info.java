/**
 * The JSON form of a net: its text form, in an object that says the format and its version.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>The net itself is one string. The text form reads back to an equal net and is what people
 *       write; a second grammar of the same words would have to follow each of them.
 *   <li>A version or a member that is not known is refused by its name, because a net that is read
 *       without it might be another net. Version 2, which had an object for each layer, is refused.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.net.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
