package org.skipjack.train;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.ArrayOp;
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

  /**
   * What applies this rule to some parameters again and again.
   *
   * @param gradients where each update finds the gradients, of the layout of the parameters
   */
  Updater updater(Parameters parameters, Parameters gradients) {
    return new Updater(parameters.learned(), gradients.learned());
  }

  /**
   * The rule in three passes over memory, without allocating any.
   *
   * <p>Kept is {@code u = v / learningRate}, for which the rule is {@code u ← μ·(learningRate
   * before / learningRate)·u + g + weightDecay·w}, {@code w ← w − learningRate·u}: every line of it
   * is a sum with one factor.
   */
  final class Updater implements AutoCloseable {
    private final INDArray scaledVelocity;
    private final ArrayOp decay;
    private final ArrayOp gather;
    private final ArrayOp step;
    private double lastLearningRate;

    private Updater(INDArray values, INDArray gradient) {
      scaledVelocity = Nd4j.zerosLike(values);
      decay = ArrayOp.sum(gradient, gradient, values);
      gather = ArrayOp.sum(scaledVelocity, gradient, scaledVelocity);
      step = ArrayOp.sum(values, values, scaledVelocity);
    }

    /** One update; uses the gradients up. */
    void update(double learningRate) {
      if (weightDecay > 0) {
        decay.run(weightDecay);
      }
      gather.run(momentum * lastLearningRate / learningRate);
      step.run(-learningRate);
      lastLearningRate = learningRate;
    }

    @Override
    public void close() {
      decay.close();
      gather.close();
      step.close();
      scaledVelocity.close();
    }
  }
}
