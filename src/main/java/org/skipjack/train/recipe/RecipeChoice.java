package org.skipjack.train.recipe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A recipe, and what was set beside it by words of their own, which stays whatever the order:
 * {@code epochs(1).recipe(r)} and {@code recipe(r).epochs(1)} are one epoch of r.
 *
 * @param base the recipe
 * @param changes what was set, by its kind
 */
public record RecipeChoice(Recipe base, Map<Class<? extends RecipeChange>, RecipeChange> changes) {

  /** Copies the map, and checks that a recipe comes of it. */
  public RecipeChoice {
    changes = Map.copyOf(changes);
    var unusedRecipe = recipe(base, changes);
  }

  /** A recipe, and nothing beside. */
  public static RecipeChoice of(Recipe base) {
    return new RecipeChoice(base, Map.of());
  }

  /** What was set, on another recipe. */
  public RecipeChoice on(Recipe changed) {
    return new RecipeChoice(changed, changes);
  }

  /** The same with a thing set, in place of what was set of its kind. */
  public RecipeChoice with(RecipeChange change) {
    Map<Class<? extends RecipeChange>, RecipeChange> more = new HashMap<>(changes);
    more.put(change.getClass(), change);
    return new RecipeChoice(base, more);
  }

  /** The recipe that comes of it. */
  public Recipe recipe() {
    return recipe(base, changes);
  }

  private static Recipe recipe(
      Recipe base, Map<Class<? extends RecipeChange>, RecipeChange> changes) {
    Recipe recipe = base;
    for (Class<?> kind : RecipeChange.class.getPermittedSubclasses()) {
      Recipe before = recipe;
      recipe = Optional.ofNullable(changes.get(kind)).map(one -> one.of(before)).orElse(before);
    }
    return recipe;
  }
}
