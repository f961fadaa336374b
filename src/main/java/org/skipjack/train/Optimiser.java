package org.skipjack.train;

import org.skipjack.engine.Parameters;

/** The rule by which gradients change what is learned. */
public sealed interface Optimiser permits Sgd {

  /** SGD with the momentum and weight decay of He et al. 2015. */
  static Sgd sgd() {
    return Sgd.HE;
  }

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

    @Override
    void close();
  }
}
