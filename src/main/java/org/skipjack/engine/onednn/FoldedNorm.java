package org.skipjack.engine.onednn;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.graph.BatchNorm;
import org.skipjack.graph.Node;
import org.skipjack.graph.Parameter;

/**
 * Batch normalization as part of the convolution before it: γ (w∗x + b − μ) / √(σ² + ε) + β = (f w)
 * ∗ x + s, with the factor f = γ / √(σ² + ε) and the shift s = β + f (b − μ), by channel.
 *
 * @param factors {@code [K]}
 * @param shifts {@code [K]}
 */
record FoldedNorm(Tensor factors, Tensor shifts) {

  /**
   * Folds a node.
   *
   * @param bias of the convolution, where it has one
   */
  static FoldedNorm of(
      Emitter emitter, GraphIndex graphIndex, Node norm, @Nullable Parameter bias) {
    long channels = norm.shape().channels();
    LazyArray factors = emitter.hold(() -> Nd4j.zeros(channels));
    LazyArray shifts = emitter.hold(() -> Nd4j.zeros(channels));
    Bindings bindings = graphIndex.outside();
    emitter.beforehand(() -> fold(bindings, norm, bias, factors.get(), shifts.get()));
    var layout = Layouts.plain(new long[] {channels}, graphIndex.parameter(norm, 0).type());
    return new FoldedNorm(
        Tensor.in(factors, norm.name() + " factors", layout),
        Tensor.in(shifts, norm.name() + " shifts", layout));
  }

  private static void fold(
      Bindings bindings, Node norm, @Nullable Parameter bias, INDArray factors, INDArray shifts) {
    INDArray gamma = bindings.parameter(norm.parameters().get(0).name());
    INDArray beta = bindings.parameter(norm.parameters().get(1).name());
    INDArray mean = bindings.parameter(norm.parameters().get(2).name());
    INDArray variance = bindings.parameter(norm.parameters().get(3).name());
    INDArray before = bias == null ? null : bindings.parameter(bias.name());
    for (long k = 0; k < factors.length(); k++) {
      double factor = gamma.getDouble(k) / Math.sqrt(variance.getDouble(k) + BatchNorm.EPSILON);
      double given = before == null ? 0 : before.getDouble(k);
      factors.putScalar(k, factor);
      shifts.putScalar(k, beta.getDouble(k) + factor * (given - mean.getDouble(k)));
    }
  }
}
