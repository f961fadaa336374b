package org.skipjack.train.optimizer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.ArrayOp;
import org.skipjack.engine.Parameters;
import org.skipjack.train.state.StateTransfer;

/**
 * Stochastic gradient descent with momentum, in the form of He et al. 2015's own code: {@code v ←
 * μ·v + learningRate·(g + weightDecay·w)}, {@code w ← w − v}.
 *
 * <p>The learning rate is inside v, so a drop of the rate does not rescale what v has gathered.
 * Weight decay is part of the gradient. In Nesterov's form the step is {@code w ← w − μ·v −
 * learningRate·(g + weightDecay·w)}, with the new v (Sutskever et al. 2013, as Torch writes it).
 *
 * @param momentum μ, from 0 to less than 1
 * @param weightDecay not negative
 * @param decay what the weight decay applies to
 * @param nesterov whether the step looks ahead
 */
public record Sgd(double momentum, double weightDecay, WeightDecay decay, boolean nesterov)
    implements Optimizer {

  /** The paper's values (§4.2): momentum 0.9, weight decay 0.0001 on everything. */
  public static final Sgd HE = new Sgd(0.9, 1e-4);

  /** Checks the ranges. */
  public Sgd {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "momentum is %s, expected 0 or more and less than 1.%nFix: 0.9".formatted(momentum));
    }
    requireWeightDecay(weightDecay);
  }

  /** Weight decay on everything, and no look ahead. */
  public Sgd(double momentum, double weightDecay) {
    this(momentum, weightDecay, WeightDecay.ALL, false);
  }

  static void requireWeightDecay(double weightDecay) {
    if (!(weightDecay >= 0 && weightDecay <= 1000)) {
      throw new IllegalArgumentException(
          "weight decay is %s, expected 0 to 1000.%nFix: 1e-4".formatted(weightDecay));
    }
  }

  @Override
  public double usualRate() {
    return 0.1;
  }

  @Override
  public Optimizer withWeightDecay(double changed) {
    return new Sgd(momentum, changed, decay, nesterov);
  }

  @Override
  public Updater updater(Parameters parameters, Parameters gradients) {
    return new Passes(parameters, gradients);
  }

  /**
   * The rule in three passes over memory, four in Nesterov's form.
   *
   * <p>Kept is {@code u = v / learningRate}, for which the rule is {@code u ← μ·(learningRate
   * before / learningRate)·u + g + weightDecay·w}, {@code w ← w − learningRate·u}: every line of it
   * is a sum with one factor.
   */
  private final class Passes implements Updater {
    private final INDArray scaledVelocity;
    private final List<ArrayOp> decays;
    private final ArrayOp gather;
    private final ArrayOp lookAhead;
    private final ArrayOp step;
    private double lastLearningRate;

    Passes(Parameters parameters, Parameters gradients) {
      INDArray values = parameters.learned();
      INDArray gradient = gradients.learned();
      scaledVelocity = Nd4j.zerosLike(values);
      decays = decay.sums(parameters, gradient);
      gather = ArrayOp.sum(scaledVelocity, gradient, scaledVelocity);
      lookAhead = ArrayOp.sum(gradient, gradient, scaledVelocity);
      step = ArrayOp.sum(values, values, nesterov ? gradient : scaledVelocity);
    }

    @Override
    public void update(double learningRate) {
      if (weightDecay > 0) {
        decays.forEach(op -> op.run(weightDecay));
      }
      gather.run(momentum * lastLearningRate / learningRate);
      if (nesterov) {
        lookAhead.run(momentum);
      }
      step.run(-learningRate);
      lastLearningRate = learningRate;
    }

    @Override
    public void state(StateTransfer transfer) {
      transfer.array("scaledVelocity", scaledVelocity);
      lastLearningRate = transfer.number("lastLearningRate", lastLearningRate);
    }

    @Override
    public void close() {
      decays.forEach(ArrayOp::close);
      gather.close();
      lookAhead.close();
      step.close();
      scaledVelocity.close();
    }
  }
}
