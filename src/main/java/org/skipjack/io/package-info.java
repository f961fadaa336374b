/**
 * Files that are whole or not there, sealed archives of arrays, the right to change a folder, the
 * JSON of values, and text inside markup and lines.
 *
 * <p>What {@link org.skipjack.io.AtomicFile} writes under a name is complete, or the old file is
 * still there. {@link org.skipjack.io.ValueJson} writes records, and reads nothing but what it
 * wrote: a file of another version or with a slip of the pen is refused by the path of what is
 * wrong in it. Gson alone would take a missing number for 0 and skip a name that it does not know.
 * {@link org.skipjack.io.SealedArchive} holds arrays and texts under a digest of all its bytes.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.io;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
