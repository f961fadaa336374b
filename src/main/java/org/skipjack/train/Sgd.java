package org.skipjack.train;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.Parameters;

/**
 * Stochastic gradient descent with momentum, in the form of He et al. 2015's own code: {@code v ←
 * μ·v + learningRate·(g + weightDecay·w)}, {@code w ← w − v}.
 *
 * <p>The learning rate is inside v, so a drop of the rate does not rescale what v has gathered.
 * Weight decay is part of the gradient and applies to every learned value, γ, β and biases too.
 *
 * @param momentum μ, from 0 to less than 1
 * @param weightDecay not negative
 */
public record Sgd(double momentum, double weightDecay) {

  /** The paper's values (§4.2): momentum 0.9, weight decay 0.0001. */
  public static final Sgd HE = new Sgd(0.9, 1e-4);

  /** Checks the ranges. */
  public Sgd {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "momentum is %s, expected 0 or more and less than 1.%nFix: 0.9".formatted(momentum));
    }
    if (!(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "weight decay is %s, expected 0 or more.%nFix: 1e-4".formatted(weightDecay));
    }
  }

  /** The moving parts for some parameters: v, zero at first, and one array of work space. */
  Updater updater(Parameters parameters) {
    return new Updater(parameters.learned());
  }

  /** Applies this rule to one array of learned values again and again. */
  final class Updater implements AutoCloseable {
    private final INDArray values;
    private final INDArray velocity;
    private final INDArray scaled;

    private Updater(INDArray values) {
      this.values = values;
      this.velocity = Nd4j.zeros(values.dataType(), values.shape());
      this.scaled = Nd4j.zeros(values.dataType(), values.shape());
    }

    /** One update; {@code gradient} is used up. */
    void update(INDArray gradient, double learningRate) {
      scaled.assign(values).muli(weightDecay);
      gradient.addi(scaled).muli(learningRate);
      velocity.muli(momentum).addi(gradient);
      values.subi(velocity);
    }

    @Override
    public void close() {
      velocity.close();
      scaled.close();
    }
  }
}
