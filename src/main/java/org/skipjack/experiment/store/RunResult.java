package org.skipjack.experiment.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.skipjack.train.history.History;

/**
 * The result of a run.
 *
 * @param status how it stands
 * @param history the epochs that have ended
 * @param gradients some of its gradients, in order
 * @param environment where it was made
 */
public record RunResult(
    Status status, History history, List<GradientNorm> gradients, Environment environment) {
  /** Copies the list. */
  public RunResult {
    gradients = List.copyOf(gradients);
  }

  /** The status of a run. */
  public enum Status {
    /** It is under way, or was when its process was killed. */
    RUNNING,
    /** It was interrupted. */
    STOPPED,
    /** Its loss was no longer a number: it has no result, and would have none if repeated. */
    DIVERGED,
    /** All its epochs have ended. */
    COMPLETE,
    /** It had ended, and its files no longer hold all of it: it is made again. */
    DAMAGED,
    /** It had ended, and its files say something else than its training wrote. */
    EDITED;

    /** Whether repeating it would give nothing new. */
    public boolean isFinished() {
      return this == COMPLETE || this == DIVERGED;
    }

    /** The status of a word that a run writes; nothing if there is none. */
    static Optional<Status> of(String word) {
      return Stream.of(RUNNING, STOPPED, DIVERGED, COMPLETE)
          .filter(status -> status.toString().equals(word))
          .findFirst();
    }

    /** In small letters. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it has figures to compare. */
  public boolean hasResult() {
    return status == Status.COMPLETE && !history.epochs().isEmpty();
  }
}
