package org.skipjack.train;

import org.jspecify.annotations.Nullable;
import org.skipjack.engine.ArrayOp;
import org.skipjack.engine.Parameters;

/** All that a recipe does between two batches: clips the gradient, updates, averages. */
final class Updates implements AutoCloseable {
  private final double clipNorm;
  private final Held held = new Held();
  private final GradientNorms norms;
  private final ArrayOp scale;
  private final Optimiser.Updater updater;
  private final @Nullable WeightAverage average;
  private double gradientNorm;

  Updates(Recipe recipe, Parameters parameters, Parameters gradients) {
    Extras extras = recipe.extras();
    clipNorm = extras.clipNorm();
    norms = new GradientNorms(gradients);
    held.add(norms::close);
    scale = ArrayOp.sum(gradients.learned(), gradients.learned(), gradients.learned());
    held.add(scale::close);
    updater = recipe.optimiser().updater(parameters, gradients);
    held.add(updater::close);
    average =
        extras.averaging() > 0
            ? new WeightAverage(parameters, gradients, extras.averaging())
            : null;
    if (average != null) {
      held.add(average::close);
    }
  }

  /** Measures the gradient that is there now. */
  double measure() {
    gradientNorm = norms.measure();
    return gradientNorm;
  }

  /** One update by the gradient that was measured; uses it up. */
  void update(double learningRate) {
    if (clipNorm > 0 && gradientNorm > clipNorm) {
      scale.run(clipNorm / gradientNorm - 1);
    }
    updater.update(learningRate);
    if (average != null) {
      average.take();
    }
  }

  /** The norm of the gradient that was measured last, before it is clipped. */
  double gradientNorm() {
    return gradientNorm;
  }

  /** What updates have gathered. */
  void state(StateTransfer transfer) {
    updater.state(transfer.in("optimiser"));
    if (average != null) {
      average.state(transfer.in("average"));
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
    held.close();
  }
}
