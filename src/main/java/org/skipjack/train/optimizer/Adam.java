package org.skipjack.train.optimizer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.ArrayOp;
import org.skipjack.engine.Parameters;
import org.skipjack.train.state.StateTransfer;

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980, Alg. 1): {@code m ← β₁·m + (1 − β₁)·g}, {@code v ←
 * β₂·v + (1 − β₂)·g²}, {@code w ← w − learningRate · m̂ / (√v̂ + ε)} with {@code m̂ = m / (1 −
 * β₁ᵗ)} and {@code v̂ = v / (1 − β₂ᵗ)}.
 *
 * <p>Weight decay is {@code g + weightDecay·w} in place of g, or, decoupled, {@code w −
 * learningRate · weightDecay · w} before the step: AdamW (Loshchilov and Hutter 2019,
 * arXiv:1711.05101, Alg. 2, with the schedule as its η).
 *
 * @param beta1 β₁, from 0 to less than 1
 * @param beta2 β₂, from 0 to less than 1
 * @param weightDecay not negative
 * @param decay what the weight decay applies to
 * @param decoupled whether it is that of AdamW
 */
public record Adam(
    double beta1, double beta2, double weightDecay, WeightDecay decay, boolean decoupled)
    implements Optimizer {
  private static final double EPSILON = 1e-8;

  /** Checks the ranges. */
  public Adam {
    requireRate("beta1", beta1, "0.9");
    requireRate("beta2", beta2, "0.999");
    Sgd.requireWeightDecay(weightDecay);
  }

  private static void requireRate(String name, double value, String usual) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s is %s, expected 0 or more and less than 1.%nFix: %s".formatted(name, value, usual));
    }
  }

  @Override
  public double usualRate() {
    return 0.001;
  }

  @Override
  public Optimizer withWeightDecay(double changed) {
    return new Adam(beta1, beta2, changed, decay, decoupled);
  }

  @Override
  public Updater updater(Parameters parameters, Parameters gradients) {
    return new Passes(parameters, gradients);
  }

  /**
   * The rule in passes over memory, with {@code M = m / (1 − β₁)} and {@code V = v / (1 − β₂)}:
   * {@code M ← g + β₁·M}, {@code V ← g² + β₂·V}, {@code w ← w − a · M / (√V + e)}, where e is ε
   * over the factor of √V and a holds all other factors.
   */
  private final class Passes implements Updater {
    private final INDArray first;
    private final INDArray second;
    private final List<ArrayOp> decaysOfGradient;
    private final List<ArrayOp> decaysOfWeights;
    private final ArrayOp gatherFirst;
    private final ArrayOp square;
    private final ArrayOp gatherSecond;
    private final ArrayOp root;
    private final ArrayOp quotient;
    private final ArrayOp step;
    private final INDArray ones;
    private final ArrayOp addEpsilon;
    private long updates;

    Passes(Parameters parameters, Parameters gradients) {
      INDArray values = parameters.learned();
      INDArray gradient = gradients.learned();
      first = Nd4j.zerosLike(values);
      second = Nd4j.zerosLike(values);
      ones = Nd4j.onesLike(values);
      decaysOfGradient = decay.sums(parameters, gradient);
      decaysOfWeights = decay.sums(parameters, values);
      gatherFirst = ArrayOp.sum(first, gradient, first);
      square = ArrayOp.product(gradient, gradient, gradient);
      gatherSecond = ArrayOp.sum(second, gradient, second);
      root = ArrayOp.root(gradient, second);
      addEpsilon = ArrayOp.sum(gradient, gradient, ones);
      quotient = ArrayOp.quotient(gradient, first, gradient);
      step = ArrayOp.sum(values, values, gradient);
    }

    @Override
    public void update(double learningRate) {
      updates++;
      if (weightDecay > 0 && decoupled) {
        decaysOfWeights.forEach(op -> op.run(-learningRate * weightDecay));
      } else if (weightDecay > 0) {
        decaysOfGradient.forEach(op -> op.run(weightDecay));
      }
      double firstFactor = (1 - beta1) / (1 - StrictMath.pow(beta1, (double) updates));
      double secondFactor =
          StrictMath.sqrt((1 - beta2) / (1 - StrictMath.pow(beta2, (double) updates)));
      gatherFirst.run(beta1);
      square.run();
      gatherSecond.run(beta2);
      root.run();
      addEpsilon.run(EPSILON / secondFactor);
      quotient.run();
      step.run(-learningRate * firstFactor / secondFactor);
    }

    @Override
    public void state(StateTransfer transfer) {
      transfer.array("first", first);
      transfer.array("second", second);
      updates = transfer.integer("updates", updates);
    }

    @Override
    public void close() {
      decaysOfGradient.forEach(ArrayOp::close);
      decaysOfWeights.forEach(ArrayOp::close);
      List.of(gatherFirst, square, gatherSecond, root, addEpsilon, quotient, step)
          .forEach(ArrayOp::close);
      List.of(first, second, ones).forEach(INDArray::close);
    }
  }
}
