package org.skipjack.train;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.ArrayOp;
import org.skipjack.engine.Parameters;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.state.StateTransfer;

/** The moving average of the weights, see {@link Regularization#averaging}. */
final class WeightAverage implements AutoCloseable {
  private final double decay;
  private final INDArray weights;
  private final INDArray average;
  private final INDArray workSpace;
  private final ArrayOp difference;
  private final ArrayOp move;
  private long updates;

  /**
   * @param gradients their memory is used as work space between updates
   */
  WeightAverage(Parameters parameters, Parameters gradients, double decay) {
    this.decay = decay;
    this.weights = parameters.learned();
    this.average = weights.dup();
    this.workSpace = gradients.learned();
    this.difference = ArrayOp.sum(workSpace, weights, average);
    this.move = ArrayOp.sum(average, average, workSpace);
  }

  /** Adds the weights after an update. */
  void take() {
    updates++;
    difference.run(-1);
    move.run(1 - Math.min(decay, (1.0 + updates) / (10 + updates)));
  }

  /** The average, as values of their own names, and how much went into it. */
  void state(StateTransfer transfer) {
    transfer.array("values", average);
    updates = transfer.integer("updates", updates);
  }

  /** Swaps the weights and their average. */
  void swap() {
    workSpace.assign(weights);
    weights.assign(average);
    average.assign(workSpace);
  }

  @Override
  public void close() {
    difference.close();
    move.close();
    average.close();
  }
}
