package org.skipjack.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.graph.BatchNorm;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;

/**
 * Moves the running statistics of batch normalization towards those of a batch, for all nodes at
 * once: {@code running ← (1 − 0.1) · running + 0.1 · batch}, where a batch's variance enters
 * unbiased, {@code n / (n − 1)} times itself (Ioffe and Szegedy 2015, Alg. 2).
 */
public final class RunningStatistics implements AutoCloseable {
  private final Graph graph;
  private final Parameters parameters;
  private final Parameters ofBatch;
  private final INDArray scaled;
  private final ArrayOp sum;
  private final Map<Integer, Share> shares = new HashMap<>();

  /** What a batch of some size adds: its statistics times these factors. */
  private record Share(INDArray factors, ArrayOp product) {
    void close() {
      product.close();
      factors.close();
    }
  }

  /** The running statistics among {@code parameters}. */
  public RunningStatistics(Graph graph, Parameters parameters) {
    this.graph = graph;
    this.parameters = parameters;
    this.ofBatch = parameters.zerosLike();
    this.ofBatch.learned().close();
    this.scaled = Nd4j.zerosLike(ofBatch.statistics());
    INDArray running = parameters.statistics();
    this.sum = ArrayOp.sum(running, scaled, running);
  }

  /**
   * Where an engine writes mean and biased variance of a batch, under the names of the running
   * ones.
   */
  public INDArray ofBatch(String name) {
    return ofBatch.get(name);
  }

  /** Takes in the statistics of a batch of {@code size} examples. */
  public void move(int size) {
    shares.computeIfAbsent(size, this::share).product().run();
    sum.run(1 - BatchNorm.MOMENTUM);
  }

  private Share share(int size) {
    Parameters share = parameters.zerosLike();
    for (Node node : graph.nodes()) {
      if (node.op() instanceof BatchNorm) {
        double values = (double) size * node.shape().elements() / node.shape().channels();
        double unbiased = values > 1 ? values / (values - 1) : 1;
        fill(share.get(node.parameters().get(2).name()), BatchNorm.MOMENTUM);
        fill(share.get(node.parameters().get(3).name()), BatchNorm.MOMENTUM * unbiased);
      }
    }
    share.learned().close();
    INDArray factors = share.statistics();
    return new Share(factors, ArrayOp.product(scaled, ofBatch.statistics(), factors));
  }

  private static void fill(INDArray array, double value) {
    float[] values = new float[Math.toIntExact(array.length())];
    Arrays.fill(values, (float) value);
    Floats.write(values, array);
  }

  @Override
  public void close() {
    shares.values().forEach(Share::close);
    shares.clear();
    sum.close();
    scaled.close();
    ofBatch.statistics().close();
  }
}
