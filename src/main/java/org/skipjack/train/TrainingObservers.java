package org.skipjack.train;

import java.util.Optional;
import java.util.ServiceLoader;

/** The listeners of a training: the observers of the process, then its own listener. */
final class TrainingObservers {
  private TrainingObservers() {}

  static TrainingListener of(Training training) {
    ClassLoader loader = TrainingObservers.class.getClassLoader();
    return ServiceLoader.load(TrainingObserver.class, loader).stream()
        .map(provider -> provider.get().observe(training))
        .flatMap(Optional::stream)
        .reduce(TrainingListener::and)
        .map(observers -> observers.and(training.listener()))
        .orElse(training.listener());
  }
}
