/**
 * Random changes of training images: padding and cropping, flips, cutout, color jitter, mixup.
 *
 * <p>All are drawn from a seed that is split by the image, so that the order of threads changes
 * nothing.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.data.augmentation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
