package org.skipjack.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.net.Net;
import org.skipjack.train.Predictions;
import org.skipjack.train.Run;
import org.skipjack.train.Training;
import org.tribuo.classification.Label;

class EvaluationTest {
  private static final Net NET =
      Net.parse("net().conv(8, stride(2)).batchNorm().relu().globalAvgPool().dense(10)");
  private static final DataSplit DATA = Shapes.split(16, 400, 97, Seed.of(3));

  private static Run run;
  private static Evaluation evaluation;

  @BeforeAll
  static void train_and_evaluate() {
    run = Training.of(NET).on(DATA).epochs(3).threads(1).run();
    evaluation = Evaluation.of(run);
  }

  @Test
  void the_error_is_the_last_test_error_of_the_history() {
    assertThat(evaluation.error()).isEqualTo(run.history().last().testError());
  }

  @Test
  void the_accuracy_is_what_the_error_leaves() {
    assertThat(evaluation.accuracy())
        .isCloseTo(1 - run.history().last().testError(), within(1e-15))
        .isEqualTo(evaluation.tribuo().accuracy());
  }

  @Test
  void a_row_of_the_confusion_matrix_sums_to_the_images_of_its_class() {
    double[][] confusion = evaluation.confusion();
    for (int row = 0; row < confusion.length; row++) {
      assertThat(Arrays.stream(confusion[row]).sum())
          .isEqualTo(evaluation.classes().get(row).images());
    }
    assertThat(evaluation.images()).isEqualTo(97);
  }

  @Test
  void rows_are_true_classes_and_columns_predicted_ones() {
    Predictions rows = run.model().predict(DATA.test().images());
    double[][] counted = new double[10][10];
    for (int i = 0; i < rows.size(); i++) {
      counted[DATA.test().images().label(i)][best(rows.get(i).probabilities())]++;
    }
    assertThat(evaluation.confusion()).isDeepEqualTo(counted);
  }

  @Test
  void recall_and_precision_follow_from_the_confusion_matrix() {
    double[][] confusion = evaluation.confusion();
    for (int k = 0; k < 10; k++) {
      int row = k;
      double predicted = Arrays.stream(confusion).mapToDouble(counts -> counts[row]).sum();
      Evaluation.ClassFigures figures = evaluation.classes().get(k);
      assertThat(figures.recall()).isEqualTo(confusion[k][k] / figures.images());
      assertThat(figures.precision()).isEqualTo(Double.valueOf(confusion[k][k] / predicted));
    }
  }

  @Test
  void a_class_that_no_test_image_has_still_has_a_row() {
    Evaluation few = of(DATA.test().images().take(4));
    assertThat(few.classNames()).isEqualTo(DATA.test().images().classNames());
    Evaluation.ClassFigures last = few.classes().get(9);
    assertThat(last.images()).isZero();
    assertThat(last.recall()).isNaN();
    assertThat(few.confusion()[9]).containsOnly(0).hasSize(10);
    assertThat(few.table()).contains("three-petal star       0").contains("–");
    assertThat(few.tribuo().getConfusionMatrix().support(new Label("three-petal star"))).isZero();
  }

  @Test
  void the_table_has_a_line_a_class_and_the_accuracy() {
    List<String> lines = evaluation.table().lines().toList();
    assertThat(lines).hasSize(12);
    assertThat(lines.get(0)).isEqualTo("class             images  precision  recall     F1");
    assertThat(lines.get(1)).startsWith("disc                  10");
    assertThat(lines.get(11)).matches("accuracy 0\\.\\d{3} on 97 images");
    assertThat(lines.subList(0, 11)).extracting(String::length).containsOnly(50);
  }

  @Test
  void the_confusion_table_is_aligned() {
    List<String> lines = evaluation.confusionTable().lines().toList();
    assertThat(lines).hasSize(11);
    assertThat(lines.get(0)).startsWith("true \\ predicted  disc  square  triangle  ring");
    assertThat(lines).extracting(String::length).containsOnly(lines.get(0).length());
  }

  @Test
  void the_map_leaves_out_what_is_not_a_number() {
    Map<String, Object> map = of(DATA.test().images().take(4)).toMap();
    assertThat(map.keySet()).containsExactly("images", "accuracy", "error", "classes", "confusion");
    List<?> classes = (List<?>) Objects.requireNonNull(map.get("classes"));
    assertThat(((Map<?, ?>) classes.get(9)).containsKey("recall")).isFalse();
    assertThat(map.toString()).doesNotContain("NaN");
  }

  @Test
  void what_is_handed_out_cannot_change_the_evaluation() {
    evaluation.confusion()[0][0] = -1;
    assertThat(evaluation.confusion()[0][0]).isNotNegative();
  }

  @Test
  void a_test_set_of_other_classes_shows_both_lists() {
    Dataset other =
        Dataset.of("pets", List.of("cat", "dog"), 3, 16, 16, new byte[1], new byte[768]);
    assertThatThrownBy(() -> of(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            the images have other classes than the net was trained on.

                net     disc, square, triangle, ring, cross, five-petal star, bar, crescent, half disc, three-petal star
                images  cat, dog

            Fix: use the test set that belongs to the net's training set.\
            """);
  }

  private static Evaluation of(Dataset test) {
    return Evaluation.of(run.model(), test);
  }

  private static int best(float[] probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    return best;
  }
}
