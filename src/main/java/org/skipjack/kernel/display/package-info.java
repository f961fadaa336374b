/**
 * How values look in a notebook: a {@link org.skipjack.kernel.display.Rendering} is a value in
 * several forms, {@link org.skipjack.kernel.display.Renderer}s make them, {@link
 * org.skipjack.kernel.display.Output} takes them.
 *
 * <p>A library shows its own types by a renderer of a few lines, named in {@code
 * META-INF/services/org.skipjack.kernel.display.Renderer}; it needs nothing else of the kernel.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Every value has a text form, since a terminal shows nothing else, and the text of large
 *       data is never made: arrays are shown by shape, range and a few of their values.
 *   <li>Pictures are PNG of twice the size, with the size on the page beside them: 15 to 30 KB for
 *       a chart that takes 90 to 150 KB as SVG, and browsers prefer SVG when both are there.
 *   <li>HTML takes its colors from the page, so it can be read on white and on black.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.display;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
