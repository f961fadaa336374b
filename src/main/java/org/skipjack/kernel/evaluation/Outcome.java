package org.skipjack.kernel.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a cell: its value, or why it failed.
 *
 * @param value the value of its last expression, or null if the cell has no value or its value is
 *     null
 * @param failure what ended it early, or null
 * @param notes what else the user should know, a line each
 */
public record Outcome(@Nullable Object value, @Nullable Failure failure, List<String> notes) {

  /** Copies the list. */
  public Outcome {
    notes = List.copyOf(notes);
  }
}
