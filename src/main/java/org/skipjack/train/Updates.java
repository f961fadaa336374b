package org.skipjack.train;

import org.jspecify.annotations.Nullable;
import org.skipjack.engine.Parameters;

/** All that a recipe does between two batches: clips the gradient, updates, averages. */
final class Updates implements AutoCloseable {
  private final Optimiser.Updater updater;
  private final @Nullable Clipping clipping;
  private final @Nullable WeightAverage average;

  Updates(Recipe recipe, Parameters parameters, Parameters gradients) {
    Extras extras = recipe.extras();
    updater = recipe.optimiser().updater(parameters, gradients);
    clipping = extras.clipNorm() > 0 ? new Clipping(gradients, extras.clipNorm()) : null;
    average =
        extras.averaging() > 0
            ? new WeightAverage(parameters, gradients, extras.averaging())
            : null;
  }

  /** One update; uses the gradients up. */
  void update(double learningRate) {
    if (clipping != null) {
      clipping.clip();
    }
    updater.update(learningRate);
    if (average != null) {
      average.take();
    }
  }

  /** Puts the weights to be tested in place of those that are trained, and then back again. */
  void swap() {
    if (average != null) {
      average.swap();
    }
  }

  @Override
  public void close() {
    updater.close();
    if (clipping != null) {
      clipping.close();
    }
    if (average != null) {
      average.close();
    }
  }
}
