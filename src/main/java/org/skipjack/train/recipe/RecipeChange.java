package org.skipjack.train.recipe;

import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.train.optimizer.Optimizer;

/**
 * A thing of a recipe that is set by a word of its own. The kinds are listed in the order in which
 * they are applied: a schedule before its rate, an optimizer before its weight decay.
 */
public sealed interface RecipeChange {
  /** The recipe with this set. */
  Recipe of(Recipe recipe);

  /** For how long. */
  record Length(TrainingLength length) implements RecipeChange {
    @Override
    public Recipe of(Recipe recipe) {
      return recipe.withLength(length);
    }
  }

  /** Images in one update. */
  record BatchSize(int images) implements RecipeChange {
    @Override
    public Recipe of(Recipe recipe) {
      return recipe.withBatchSize(images);
    }
  }

  /** The update rule, with the rate that is usual with it where that is another. */
  record Rule(Optimizer optimizer) implements RecipeChange {
    @Override
    public Recipe of(Recipe recipe) {
      Recipe changed = recipe.withOptimizer(optimizer);
      return optimizer.usualRate() == recipe.optimizer().usualRate()
          ? changed
          : changed.withSchedule(recipe.schedule().withHighestRate(optimizer.usualRate()));
    }
  }

  /** How strongly the update rule pulls to zero. */
  record Decay(double weightDecay) implements RecipeChange {
    @Override
    public Recipe of(Recipe recipe) {
      return recipe.withOptimizer(recipe.optimizer().withWeightDecay(weightDecay));
    }
  }

  /** The learning rate by iteration. */
  record Course(Schedule schedule) implements RecipeChange {
    @Override
    public Recipe of(Recipe recipe) {
      return recipe.withSchedule(schedule);
    }
  }

  /** The highest learning rate of the schedule. */
  record HighestRate(double rate) implements RecipeChange {
    @Override
    public Recipe of(Recipe recipe) {
      return recipe.withSchedule(recipe.schedule().withHighestRate(rate));
    }
  }

  /** Updates before the schedule, in which the rate rises to its first. */
  record WarmUp(long updates) implements RecipeChange {
    @Override
    public Recipe of(Recipe recipe) {
      return recipe.withSchedule(Schedule.warmUp(updates, recipe.schedule()));
    }
  }

  /** What is done to each training image at random. */
  record Augmenting(Augmentation augmentation) implements RecipeChange {
    @Override
    public Recipe of(Recipe recipe) {
      return recipe.withAugmentation(augmentation);
    }
  }

  /** What is done beside. */
  record Extras(Regularization extras) implements RecipeChange {
    @Override
    public Recipe of(Recipe recipe) {
      return recipe.withExtras(extras);
    }
  }
}
