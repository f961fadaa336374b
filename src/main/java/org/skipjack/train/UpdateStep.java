package org.skipjack.train;

import org.jspecify.annotations.Nullable;
import org.skipjack.engine.ArrayOp;
import org.skipjack.engine.Parameters;
import org.skipjack.train.health.GradientNorms;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.state.StateTransfer;

/** One update: clips the gradient, calls the optimizer, averages the weights. */
final class UpdateStep implements AutoCloseable {
  private final double clipNorm;
  private final CloseableStack closeableStack = new CloseableStack();
  private final GradientNorms norms;
  private final ArrayOp scale;
  private final Optimizer.Updater updater;
  private final @Nullable WeightAverage average;
  private double gradientNorm;

  UpdateStep(Recipe recipe, Parameters parameters, Parameters gradients) {
    Regularization regularization = recipe.extras();
    clipNorm = regularization.clipNorm();
    norms = new GradientNorms(gradients);
    closeableStack.add(norms::close);
    scale = ArrayOp.sum(gradients.learned(), gradients.learned(), gradients.learned());
    closeableStack.add(scale::close);
    updater = recipe.optimizer().updater(parameters, gradients);
    closeableStack.add(updater::close);
    average =
        regularization.averaging() > 0
            ? new WeightAverage(parameters, gradients, regularization.averaging())
            : null;
    if (average != null) {
      closeableStack.add(average::close);
    }
  }

  /** Measures the gradient that is there now. */
  double measure() {
    gradientNorm = norms.measure();
    return gradientNorm;
  }

  /** Updates the weights by the measured gradient, which it overwrites. */
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

  /** Saves or loads the state of optimizer and average. */
  void state(StateTransfer transfer) {
    updater.state(transfer.in("optimizer"));
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
    closeableStack.close();
  }
}
