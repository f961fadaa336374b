package org.skipjack.train.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.data.RandomSource;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.data.augmentation.ImageBuffer;
import org.skipjack.train.optimizer.Optimizer;

class RecipeJsonTest {

  static List<Recipe> recipes() {
    Recipe he = Recipe.he();
    return List.of(
        Recipe.DEFAULT,
        he,
        he.withSchedule(Schedule.warmUp(400, Schedule.oneCycle(0.4))),
        he.withSchedule(Schedule.lowUntil(0.01, 0.8, Schedule.steps(0.1))),
        he.withSchedule(Schedule.constant(1e-7)),
        he.withOptimizer(Optimizer.adamW(0.05)),
        he.withExtras(new Regularization(0.1, 0.3, 1, 0.999, 5)));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void a_recipe_reads_back(Recipe recipe) {
    assertThat(RecipeJson.read(RecipeJson.write(recipe))).isEqualTo(recipe);
  }

  @Test
  void a_person_can_read_it() {
    assertThat(RecipeJson.write(Recipe.DEFAULT))
        .hasToString(
            "{\"length\":{\"epochs\":10,\"iterations\":0},\"batchSize\":128,"
                + "\"schedule\":{\"kind\":\"cosine\",\"rate\":0.1},"
                + "\"optimizer\":{\"kind\":\"sgd\",\"momentum\":0.9,\"weightDecay\":0.0001,"
                + "\"decay\":\"all\",\"nesterov\":false},\"augmentation\":\"none\","
                + "\"extras\":{\"labelSmoothing\":0,\"mixup\":0,\"clipNorm\":0,\"averaging\":0,\"patience\":0}}");
  }

  @Test
  void one_step_of_augmentation_is_the_list_of_that_step() {
    Recipe flip = Recipe.DEFAULT.withAugmentation(Augmentation.flip());

    assertThat(RecipeJson.read(RecipeJson.write(flip)))
        .isEqualTo(Recipe.DEFAULT.withAugmentation(Augmentation.of("flip")));
  }

  @Test
  void an_own_augmentation_is_refused() {
    Augmentation own =
        new Augmentation() {
          @Override
          public void apply(ImageBuffer imageBuffer, RandomSource random) {}

          @Override
          public String toString() {
            return "fog";
          }
        };

    assertThatThrownBy(() -> RecipeJson.write(Recipe.DEFAULT.withAugmentation(own)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the augmentation fog has no text that gets it again, so no record can hold it.%n"
                    .formatted()
                + "Fix: use pad-crop, flip, cutout and color-jitter");
  }
}
