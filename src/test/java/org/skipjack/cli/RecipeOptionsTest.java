package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.train.optimizer.Adam;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.optimizer.WeightDecay;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;
import org.skipjack.train.recipe.TrainingLength;
import picocli.CommandLine;

class RecipeOptionsTest {
  @CommandLine.Command
  private static final class Holder implements Runnable {
    @CommandLine.Mixin private final RecipeOptions options = new RecipeOptions();

    @Override
    public void run() {}
  }

  private static Recipe recipe(String words) {
    Holder holder = new Holder();
    var unused =
        new CommandLine(holder)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setToggleBooleanFlags(false)
            .parseArgs(words.isEmpty() ? new String[0] : words.split(" "));
    return holder.options.recipe();
  }

  @Test
  void without_a_word_it_is_the_default() {
    assertThat(recipe("")).isEqualTo(Recipe.DEFAULT);
  }

  @Test
  void the_papers_recipe_is_one_word_of_which_any_part_can_be_changed() {
    assertThat(recipe("--recipe he")).isEqualTo(Recipe.he());
    assertThat(recipe("--recipe he --epochs 30")).isEqualTo(Recipe.he().withEpochs(30));
    assertThat(recipe("--recipe he --learning-rate 0.05"))
        .isEqualTo(Recipe.he().withSchedule(Schedule.steps(0.05)));
    assertThat(recipe("--recipe he --augment none --weight-decay 0"))
        .isEqualTo(
            Recipe.he().withAugmentation(Augmentation.none()).withOptimizer(new Sgd(0.9, 0)));
    assertThat(recipe("--recipe he --low-until 0.01:0.8").schedule())
        .isEqualTo(Schedule.lowUntil(0.01, 0.8, Schedule.steps(0.1)));
  }

  @Test
  void every_schedule_can_be_had() {
    assertThat(recipe("--schedule constant").schedule()).isEqualTo(Schedule.constant(0.1));
    assertThat(recipe("--schedule steps --learning-rate 0.2").schedule())
        .isEqualTo(Schedule.steps(0.2));
    assertThat(recipe("--learning-rate 0.2").schedule()).isEqualTo(Schedule.cosine(0.2));
    assertThat(recipe("--schedule one-cycle --learning-rate 0.4 --peak-at 0.2").schedule())
        .isEqualTo(Schedule.oneCycle(0.4, 0.2));
    assertThat(recipe("--divide-at 32000,48000 --warmup 400").schedule())
        .isEqualTo(Schedule.warmUp(400, Schedule.dividedAt(0.1, 32_000L, 48_000L)));
  }

  @Test
  void every_optimizer_can_be_had_with_a_rate_that_suits_it() {
    assertThat(recipe("--optimizer nesterov --decay weights").optimizer())
        .isEqualTo(new Sgd(0.9, 1e-4, WeightDecay.WEIGHTS, true));
    assertThat(recipe("--optimizer adam"))
        .isEqualTo(
            Recipe.DEFAULT.withOptimizer(Optimizer.adam()).withSchedule(Schedule.cosine(0.001)));
    assertThat(recipe("--optimizer adamw").optimizer()).isEqualTo(Optimizer.adamW(0.01));
    assertThat(recipe("--optimizer adamw --decay all --weight-decay 0.05").optimizer())
        .isEqualTo(new Adam(0.9, 0.999, 0.05, WeightDecay.ALL, true));
    assertThat(recipe("--optimizer adam --schedule constant").schedule())
        .isEqualTo(Schedule.constant(0.001));
  }

  @Test
  void all_that_is_beside_can_be_had() {
    assertThat(
            recipe("--label-smoothing 0.1 --mixup 0.2 --clip-norm 5 --averaging 0.99 --patience 7")
                .extras())
        .isEqualTo(new Regularization(0.1, 0.2, 5, 0.99, 7));
    assertThat(recipe("--iterations 500 --batch-size 32"))
        .isEqualTo(Recipe.DEFAULT.withLength(TrainingLength.ofIterations(500)).withBatchSize(32));
  }

  @Test
  void what_does_not_go_together_is_refused() {
    assertThatThrownBy(() -> recipe("--epochs 3 --iterations 100"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("--epochs and --iterations", "Fix: ");
    assertThatThrownBy(() -> recipe("--divide-at 100 --schedule cosine"))
        .hasMessageContainingAll("--divide-at and --schedule", "Fix: ");
    assertThatThrownBy(() -> recipe("--peak-at 0.2")).hasMessageContaining("one-cycle");
    assertThatThrownBy(() -> recipe("--optimizer adam --momentum 0.9"))
        .hasMessageContaining("adam has its own");
    assertThatThrownBy(() -> recipe("--low-until 0.01"))
        .hasMessageContaining("Fix: --low-until 0.01:0.8");
    assertThatThrownBy(() -> recipe("--low-until a:b"))
        .hasMessageContaining("Fix: --low-until 0.01:0.8");
  }
}
