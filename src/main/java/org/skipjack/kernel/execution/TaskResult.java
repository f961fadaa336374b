package org.skipjack.kernel.execution;

import org.jspecify.annotations.Nullable;

/**
 * How a piece of cell code ended.
 *
 * @param value what it gave
 * @param thrown what it threw, or null
 * @param interrupted whether it was interrupted, also if it then ended by itself
 * @param abandoned whether its thread could not be stopped, and runs on
 */
public record TaskResult(
    @Nullable Object value, @Nullable Throwable thrown, boolean interrupted, boolean abandoned) {

  /** The ending of code that did not run. */
  public static final TaskResult NONE = new TaskResult(null, null, false, false);

  /** Whether it gave what it was to give. */
  public boolean completed() {
    return thrown == null && !abandoned;
  }
}
