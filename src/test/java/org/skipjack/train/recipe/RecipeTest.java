package org.skipjack.train.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.train.optimizer.Sgd;

class RecipeTest {

  @Test
  void the_default_is_this() {
    assertThat(Recipe.DEFAULT)
        .isEqualTo(new Recipe(10, 128, Schedule.cosine(0.1), new Sgd(0.9, 1e-4)));
  }

  @Test
  void a_change_leaves_the_rest_as_it_is() {
    Schedule steps = Schedule.steps(0.2);

    assertThat(Recipe.DEFAULT.withEpochs(3).withBatchSize(32).withSchedule(steps))
        .isEqualTo(new Recipe(3, 32, steps, Sgd.HE));
  }

  @Test
  void the_papers_recipe_is_section_4_2() {
    assertThat(Recipe.he())
        .hasToString(
            "Recipe[length=64000 iterations, batchSize=128,"
                + " schedule=Steps[rate=0.1, at=[0.5, 0.75]],"
                + " optimizer=Sgd[momentum=0.9, weightDecay=1.0E-4, decay=ALL, nesterov=false],"
                + " augmentation=pad-crop:4,flip,"
                + " extras=Regularization[labelSmoothing=0.0, mixup=0.0, clipNorm=0.0, averaging=0.0, patience=0]]");
  }

  @Test
  void any_part_of_the_papers_recipe_can_be_changed() {
    Recipe changed =
        Recipe.he()
            .withLength(TrainingLength.ofIterations(100))
            .withOptimizer(new Sgd(0.8, 0))
            .withAugmentation(Augmentation.none())
            .withExtras(Regularization.NONE.withLabelSmoothing(0.1));

    assertThat(changed.length()).isEqualTo(new TrainingLength(0, 100));
    assertThat(changed.optimizer()).isEqualTo(new Sgd(0.8, 0));
    assertThat(changed.augmentation()).isEqualTo(Augmentation.none());
    assertThat(changed.extras()).isEqualTo(new Regularization(0.1, 0, 0, 0, 0));
    assertThat(changed.schedule()).isEqualTo(Recipe.he().schedule());
    assertThat(changed.batchSize()).isEqualTo(128);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void epochs_must_be_positive(int epochs) {
    assertThatThrownBy(() -> Recipe.DEFAULT.withEpochs(epochs))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            String.format(
                Locale.ROOT, "epochs is %d, expected 1 to 1000000.\nFix: 10 is usual", epochs));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -128})
  void a_batch_size_must_be_positive(int batchSize) {
    assertThatThrownBy(() -> Recipe.DEFAULT.withBatchSize(batchSize))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            String.format(
                Locale.ROOT,
                "batch size is %d, expected 1 to 1048576.\nFix: 128 is usual",
                batchSize));
  }
}
