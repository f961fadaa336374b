package org.skipjack.train;

import java.util.Optional;

/**
 * Is asked at the beginning of every training of the process whether it wants to watch; found by
 * {@link java.util.ServiceLoader}. So a notebook shows a training without being told to.
 */
public interface TrainingObserver {

  /** What watches a training beside its own listener, and is told before that. */
  Optional<TrainingListener> observe(Training training);
}
