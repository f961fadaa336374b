package org.skipjack.kernel.evaluation;

import org.jspecify.annotations.Nullable;

/** What carries out the lines of a cell that begin with {@code %}. */
public interface Magics {

  /** Knows none. */
  Magics NONE =
      (name, body) -> {
        throw new IllegalArgumentException("there are no magics here.");
      };

  /**
   * Carries out a magic, on the thread of the cell.
   *
   * @param line its name and arguments
   * @param body the rest of the cell if it began with {@code %%}, else null
   * @return its value, or null
   */
  @Nullable Object run(String line, @Nullable String body) throws Exception;
}
