/**
 * How Skipjack's own things look in a notebook: nets, charts, data, histories, comparisons,
 * evaluations, arrays, errors.
 *
 * <p>Each is a {@link org.skipjack.kernel.display.Renderer} of a few lines, found by {@link
 * java.util.ServiceLoader} as those of any other library are.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Tables are HTML without colors of its own, so that they can be read on white and on black.
 *   <li>What holds megabytes is never made into text: a run shows its errors, a data set some of
 *       its images, an array its shape, its range and a corner.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.renderers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
