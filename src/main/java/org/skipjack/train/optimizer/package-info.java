/**
 * Optimizers: SGD with momentum and Adam, and which parameters weight decay applies to.
 *
 * <p>An optimizer is a value in a recipe; its running state (momentum, moments) lives in the
 * updater that it makes for one training, and goes into checkpoints through {@code train.state}.
 */
@NullMarked
@CheckReturnValue
package org.skipjack.train.optimizer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
