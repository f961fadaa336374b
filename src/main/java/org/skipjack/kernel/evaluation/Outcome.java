package org.skipjack.kernel.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a cell.
 *
 * @param value of its last expression; null if there is none, or it is null
 * @param failure what ended it early, or null
 * @param notes what else the user should know, a line each
 */
public record Outcome(@Nullable Object value, @Nullable Failure failure, List<String> notes) {

  /** Copies the list. */
  public Outcome {
    notes = List.copyOf(notes);
  }
}
