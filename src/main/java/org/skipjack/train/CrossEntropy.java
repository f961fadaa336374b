package org.skipjack.train;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Softmax cross-entropy of a batch: loss, errors, and the gradient with respect to the logits.
 *
 * <p>For logits z {@code [N, K]} and classes y: loss {@code = mean over N of log Σ exp(z) − z_y};
 * gradient {@code = (softmax(z) − onehot(y)) / N}. An image counts as an error unless its class has
 * the largest logit, the first of equals.
 *
 * @param lossSum sum of the loss over the batch, in nats
 * @param errors images whose class was not predicted
 * @param probabilities softmax of the logits, row by row
 * @param gradient with respect to the logits, row by row, of the mean loss
 */
record CrossEntropy(
    double lossSum, int errors, List<float[]> probabilities, List<float[]> gradient) {

  static CrossEntropy of(INDArray logits, int[] labels) {
    int size = labels.length;
    int classes = (int) logits.size(1);
    float[] values = logits.dup('c').data().asFloat();
    float[][] probabilities = new float[size][classes];
    float[][] gradient = new float[size][classes];
    double lossSum = 0;
    int errors = 0;
    for (int row = 0; row < size; row++) {
      int start = row * classes;
      int best = best(values, start, classes);
      double largest = values[start + best];
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += StrictMath.exp(values[start + k] - largest);
      }
      lossSum += StrictMath.log(sum) + largest - values[start + labels[row]];
      errors += best == labels[row] ? 0 : 1;
      for (int k = 0; k < classes; k++) {
        double probability = StrictMath.exp(values[start + k] - largest) / sum;
        probabilities[row][k] = (float) probability;
        gradient[row][k] = (float) ((probability - (k == labels[row] ? 1 : 0)) / size);
      }
    }
    return new CrossEntropy(lossSum, errors, List.of(probabilities), List.of(gradient));
  }

  private static int best(float[] values, int start, int classes) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (values[start + k] > values[start + best]) {
        best = k;
      }
    }
    return best;
  }

  INDArray gradientArray() {
    return Nd4j.createFromArray(gradient.toArray(float[][]::new));
  }
}
