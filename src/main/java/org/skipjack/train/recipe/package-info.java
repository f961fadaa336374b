/**
 * How a net is trained: length, batch size, learning-rate schedule, optimizer, augmentation,
 * regularization.
 *
 * <p>A {@link org.skipjack.train.recipe.Recipe} is a value with a JSON form that reads back to an
 * equal recipe, so that plans, checkpoints and reports can carry it.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.train.recipe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
