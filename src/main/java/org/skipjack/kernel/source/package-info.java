/**
 * Java source as text, without a compiler: its tokens, lines and brackets.
 *
 * <p>It serves what has to look at code that does not compile, or not yet: magics, unfinished
 * cells, the highlighting of a page.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.source;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
