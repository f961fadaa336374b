/**
 * The JSON form of a net: for other programs what the text form is for people, with a version and a
 * schema.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Both forms are made of the same {@link org.skipjack.net.LayerCall}s and the same table of
 *       {@link org.skipjack.net.LayerRegistry}, so that a new layer has its JSON, and its place in
 *       the schema, by its row in that table alone.
 *   <li>Reading takes exactly what the schema says. A version, a layer or a field that is not known
 *       is refused by its path, because a net that is read without it would be another net.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.net.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
