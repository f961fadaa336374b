package org.skipjack.train;

import java.util.Optional;

/**
 * A service that can add a listener to every training of the process, found by {@link
 * java.util.ServiceLoader}. A notebook shows the progress of trainings by it.
 */
public interface TrainingObserver {

  /** The listener for a training, called before the training's own; empty if there is none. */
  Optional<TrainingListener> observe(Training training);
}
