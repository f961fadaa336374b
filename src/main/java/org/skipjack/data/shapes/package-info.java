/**
 * Procedural images: ten drawn figures, made from a seed, for learning without a download.
 *
 * <p>The drawing uses integer and IEEE arithmetic alone, so that a seed gives the same images
 * everywhere.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.data.shapes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
