/**
 * Readers of data sets: CIFAR binaries, IDX (MNIST), CSV, folders of PNG and JPEG images.
 *
 * <p>A file that cannot be read is refused with its path, what was found, what was expected, and a
 * fix. What a reader returns holds its pixels in memory, in mapped files, or in image files that
 * are decoded when they are asked for.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.data.format;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
