package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CrossEntropyTest {

  private static CrossEntropy of(float[][] logits, int... labels) {
    CrossEntropy result = new CrossEntropy(labels.length, logits[0].length);
    result.measure(Nd4j.createFromArray(logits), labels);
    return result;
  }

  private static float[] gradient(CrossEntropy result, int row) {
    return result.gradient().getRow(row).dup().data().asFloat();
  }

  @Test
  void equal_logits_cost_the_logarithm_of_the_number_of_classes() {
    CrossEntropy result = of(new float[][] {{3, 3, 3, 3}}, 2);

    assertThat(result.lossSum()).isCloseTo(Math.log(4), within(1e-12));
    assertThat(result.probabilities(0)).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
    assertThat(gradient(result, 0)).containsExactly(0.25f, 0.25f, -0.75f, 0.25f);
  }

  @Test
  void two_logits_give_what_the_hand_works_out() {
    // softmax of (ln 3, 0) is (3/4, 1/4)
    CrossEntropy result = of(new float[][] {{(float) Math.log(3), 0}}, 1);

    assertThat(result.lossSum()).isCloseTo(Math.log(4), within(1e-6));
    assertThat(result.probabilities(0)).containsExactly(new float[] {0.75f, 0.25f}, within(1e-6f));
    assertThat(gradient(result, 0)).containsExactly(new float[] {0.75f, -0.75f}, within(1e-6f));
  }

  @Test
  void losses_add_up_and_gradients_are_those_of_the_mean() {
    float[][] logits = {{1, 2, 3}, {0, 0, 5}};
    CrossEntropy both = of(logits, 0, 2);
    CrossEntropy first = of(new float[][] {logits[0]}, 0);
    CrossEntropy second = of(new float[][] {logits[1]}, 2);

    assertThat(both.lossSum()).isCloseTo(first.lossSum() + second.lossSum(), within(1e-12));
    assertThat(gradient(both, 0)[1]).isCloseTo(gradient(first, 0)[1] / 2, within(1e-7f));
  }

  @Test
  void an_error_is_a_class_without_the_largest_logit() {
    assertThat(of(new float[][] {{1, 2, 3}, {1, 2, 3}, {9, 2, 3}}, 2, 1, 0).errors()).isEqualTo(1);
  }

  @Test
  void of_equal_logits_the_first_is_predicted() {
    assertThat(of(new float[][] {{5, 5}, {5, 5}}, 0, 1).errors()).isEqualTo(1);
  }

  @Test
  void large_logits_do_not_overflow() {
    CrossEntropy result = of(new float[][] {{1e30f, 0}, {-1e4f, 1e4f}}, 1, 1);

    assertThat(result.lossSum()).isEqualTo((double) 1e30f);
    assertThat(result.probabilities(1)).containsExactly(0, 1);
  }

  @Test
  void a_logit_that_is_no_number_makes_a_loss_that_is_none() {
    assertThat(of(new float[][] {{Float.NaN, 0}}, 1).lossSum()).isNaN();
  }

  @Test
  void logits_in_another_order_of_memory_are_read_row_by_row() {
    INDArray logits = Nd4j.createFromArray(new float[][] {{1, 4}, {2, 5}, {3, 6}});
    CrossEntropy turned = new CrossEntropy(2, 3);
    turned.measure(logits.transpose(), new int[] {0, 2});

    assertThat(turned.lossSum())
        .isEqualTo(of(new float[][] {{1, 2, 3}, {4, 5, 6}}, 0, 2).lossSum());
  }

  @Test
  void a_smoothed_label_gives_what_the_hand_works_out() {
    // Targets are 0.2 / 2 and 0.8 + 0.2 / 2, softmax of (ln 3, 0) is (3/4, 1/4):
    // loss ln 4 − 0.1 · ln 3, gradient (3/4 − 0.1, 1/4 − 0.9)
    CrossEntropy result = new CrossEntropy(1, 2);
    result.measure(
        Nd4j.createFromArray(new float[][] {{(float) Math.log(3), 0}}), new int[] {1}, 0.2, 1);

    assertThat(result.lossSum()).isCloseTo(Math.log(4) - 0.1 * Math.log(3), within(1e-6));
    assertThat(gradient(result, 0)).containsExactly(new float[] {0.65f, -0.65f}, within(1e-6f));
    assertThat(result.errors()).isEqualTo(1);
  }

  @Test
  void the_gradient_is_the_limit_of_differences() {
    float[][] logits = new float[3][4];
    Random random = new Random(1);
    for (float[] row : logits) {
      for (int k = 0; k < row.length; k++) {
        row[k] = (float) random.nextGaussian();
      }
    }
    int[] labels = {0, 3, 1};
    CrossEntropy result = of(logits, labels);

    for (int n = 0; n < logits.length; n++) {
      for (int k = 0; k < logits[n].length; k++) {
        float here = logits[n][k];
        logits[n][k] = here + 0.01f;
        double above = of(logits, labels).lossSum() / 3;
        logits[n][k] = here - 0.01f;
        double slope = (above - of(logits, labels).lossSum() / 3) / 0.02;
        logits[n][k] = here;
        assertThat((double) gradient(result, n)[k]).isCloseTo(slope, within(1e-5));
      }
    }
  }

  @Test
  void the_gradient_is_an_array_of_the_shape_of_the_logits() {
    INDArray gradient = of(new float[][] {{1, 2, 3}, {0, 0, 5}}, 0, 2).gradient();

    assertThat(gradient.shape()).containsExactly(2, 3);
    assertThat(gradient.sumNumber().doubleValue()).isCloseTo(0, within(1e-6));
  }

  @Test
  void a_smaller_batch_after_a_larger_one_is_measured_by_itself() {
    CrossEntropy used = of(new float[][] {{1, 2, 3}, {0, 0, 5}}, 0, 2);
    used.measure(Nd4j.createFromArray(new float[][] {{4, 0, 1}}), new int[] {1});
    CrossEntropy fresh = of(new float[][] {{4, 0, 1}}, 1);

    assertThat(used.lossSum()).isEqualTo(fresh.lossSum());
    assertThat(used.errors()).isEqualTo(1);
    assertThat(used.gradient().shape()).containsExactly(1, 3);
    assertThat(gradient(used, 0)).isEqualTo(gradient(fresh, 0));
  }

  @Test
  void the_target_of_a_mixed_image_is_mixed_from_both_labels() {
    INDArray logits = Nd4j.createFromArray(new float[][] {{1, 2, 0}, {0.5f, -1, 3}});
    try (CrossEntropy loss = new CrossEntropy(2, 3)) {
      double[] ofOwn = lossesAndErrors(loss, logits, new int[] {0, 2}, 1);
      double[] ofOther = lossesAndErrors(loss, logits, new int[] {2, 0}, 1);
      double[] mixed = lossesAndErrors(loss, logits, new int[] {0, 2}, 0.7);
      float[] gradient = loss.gradient().dup().data().asFloat();

      assertThat(mixed[0]).isCloseTo(0.7 * ofOwn[0] + 0.3 * ofOther[0], within(1e-12));
      assertThat(mixed[1]).isEqualTo(ofOwn[1]).isNotEqualTo(ofOther[1]);
      float[] softmax = loss.probabilities(0);
      assertThat(gradient[0]).isCloseTo((softmax[0] - 0.7f) / 2, within(1e-6f));
      assertThat(gradient[1]).isCloseTo(softmax[1] / 2, within(1e-6f));
      assertThat(gradient[2]).isCloseTo((softmax[2] - 0.3f) / 2, within(1e-6f));
    }
  }

  private static double[] lossesAndErrors(
      CrossEntropy loss, INDArray logits, int[] labels, double share) {
    loss.measure(logits, labels, 0, share);
    return new double[] {loss.lossSum(), loss.errors()};
  }
}
