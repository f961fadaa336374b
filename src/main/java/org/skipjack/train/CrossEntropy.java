package org.skipjack.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.skipjack.engine.Floats;

/**
 * Softmax cross-entropy of one batch after another, in arrays that are used again: loss, errors,
 * and the gradient with respect to the logits.
 *
 * <p>For logits z {@code [N, K]} and classes y: loss {@code = mean over N of log Σ exp(z) − z_y};
 * gradient {@code = (softmax(z) − onehot(y)) / N}. An image counts as an error unless its class has
 * the largest logit, the first of equals. With label smoothing ε the target of class k is {@code
 * t_k = (1 − ε)·onehot(y)_k + ε / K}, the loss {@code log Σ exp(z) − Σ t_k·z_k}, and t takes the
 * place of onehot(y) in the gradient. In a batch that is mixed, with a share λ of each image and
 * the rest of the one at its place y' in the reversed batch, {@code λ·onehot(y) + (1 −
 * λ)·onehot(y')} takes the place of onehot(y), and what has the larger share should have the
 * largest logit.
 */
final class CrossEntropy implements AutoCloseable {
  private final int classes;
  private final float[] logits;
  private final float[] probabilities;
  private final float[] gradients;
  private final double[] powers;
  private final INDArray memory;
  private final Map<Integer, INDArray> beginnings = new HashMap<>();
  private double smoothing;
  private double share = 1;
  private int size;
  private double lossSum;
  private int errors;

  /** For batches of up to {@code largest} images of {@code classes} classes. */
  CrossEntropy(int largest, int classes) {
    this.classes = classes;
    int values = Math.multiplyExact(largest, classes);
    this.logits = new float[values];
    this.probabilities = new float[values];
    this.gradients = new float[values];
    this.powers = new double[classes];
    this.memory = Nd4j.createUninitialized(DataType.FLOAT, values);
  }

  /** Computes loss, errors and gradient of a batch, until the next one. */
  void measure(INDArray batchLogits, int[] labels) {
    measure(batchLogits, labels, 0, 1);
  }

  /** The same with label smoothing and mixup shares. */
  void measure(INDArray batchLogits, int[] labels, double labelSmoothing, double ownShare) {
    smoothing = labelSmoothing;
    share = ownShare;
    Floats.read(batchLogits, logits);
    size = labels.length;
    lossSum = 0;
    errors = 0;
    for (int row = 0; row < size; row++) {
      measure(row * classes, labels[row], labels[size - 1 - row]);
    }
  }

  private void measure(int start, int label, int otherLabel) {
    int best = best(start);
    double largest = logits[start + best];
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      powers[k] = StrictMath.exp(logits[start + k] - largest);
      sum += powers[k];
    }
    lossSum += StrictMath.log(sum) + largest;
    errors += best == (share >= 0.5 ? label : otherLabel) ? 0 : 1;
    for (int k = 0; k < classes; k++) {
      double probability = powers[k] / sum;
      probabilities[start + k] = (float) probability;
      double target =
          smoothing / classes
              + (1 - smoothing) * ((k == label ? share : 0) + (k == otherLabel ? 1 - share : 0));
      lossSum -= target * logits[start + k];
      gradients[start + k] = (float) ((probability - target) / size);
    }
  }

  private int best(int start) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (logits[start + k] > logits[start + best]) {
        best = k;
      }
    }
    return best;
  }

  /** The loss summed over the batch, in nats. */
  double lossSum() {
    return lossSum;
  }

  /** The images whose class was not predicted. */
  int errors() {
    return errors;
  }

  /** Softmax of the logits of one image, a copy. */
  float[] probabilities(int row) {
    return Arrays.copyOfRange(probabilities, row * classes, (row + 1) * classes);
  }

  /**
   * The gradient of the mean loss with respect to the logits, {@code [N, K]}, until the next batch.
   */
  INDArray gradient() {
    INDArray gradient = beginnings.computeIfAbsent(size, this::beginning);
    Floats.write(gradients, gradient);
    return gradient;
  }

  private INDArray beginning(int rows) {
    return memory.get(NDArrayIndex.interval(0, (long) rows * classes)).reshape('c', rows, classes);
  }

  @Override
  public void close() {
    memory.close();
  }
}
