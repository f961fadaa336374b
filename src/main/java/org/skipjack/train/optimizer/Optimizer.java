package org.skipjack.train.optimizer;

import org.skipjack.engine.Parameters;
import org.skipjack.train.state.StateTransfer;

/** The rule by which gradients change what is learned. */
public sealed interface Optimizer permits Sgd, Adam {

  /** Adam with the values of its paper, and no weight decay. */
  static Optimizer adam() {
    return new Adam(0.9, 0.999, 0, WeightDecay.ALL, false);
  }

  /** AdamW: Adam with decoupled weight decay on the weights of convolutions and dense layers. */
  static Optimizer adamW(double weightDecay) {
    return new Adam(0.9, 0.999, weightDecay, WeightDecay.WEIGHTS, true);
  }

  /** The highest learning rate that is usual with it. */
  double usualRate();

  /** The same rule with another weight decay. */
  Optimizer withWeightDecay(double changed);

  /**
   * What applies this rule to some parameters again and again.
   *
   * @param gradients where each update finds the gradients, of the layout of the parameters
   */
  Updater updater(Parameters parameters, Parameters gradients);

  /** The moving parts of a rule; no update allocates native memory. */
  interface Updater extends AutoCloseable {

    /** One update; uses the gradients up. */
    void update(double learningRate);

    /** What it has gathered so far. */
    void state(StateTransfer transfer);

    @Override
    void close();
  }
}
