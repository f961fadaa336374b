package org.skipjack.train.optimizer;

import org.skipjack.engine.Parameters;
import org.skipjack.train.state.StateTransfer;

/** An optimizer: how gradients change the parameters. */
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
   * The updater of some parameters by this rule.
   *
   * @param gradients where each update finds the gradients, of the layout of the parameters
   */
  Updater updater(Parameters parameters, Parameters gradients);

  /** An optimizer's state for one training; no update allocates native memory. */
  interface Updater extends AutoCloseable {

    /** One update; uses the gradients up. */
    void update(double learningRate);

    /** Saves or loads the state. */
    void state(StateTransfer transfer);

    @Override
    void close();
  }
}
