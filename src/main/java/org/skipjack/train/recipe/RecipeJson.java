package org.skipjack.train.recipe;

import com.google.gson.JsonElement;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.io.ValueJson;

/** Reads and writes recipes as JSON, without loss. */
public final class RecipeJson {
  private static final ValueJson JSON = known(ValueJson.plain());

  private RecipeJson() {}

  /** JSON that can also hold recipes. */
  public static ValueJson known(ValueJson json) {
    return json.withText(Augmentation.class, RecipeJson::text, Augmentation::of);
  }

  /**
   * The JSON of a recipe.
   *
   * @throws IllegalArgumentException if the augmentation is user code and so cannot be serialized
   */
  public static JsonElement write(Recipe recipe) {
    return JSON.tree(recipe);
  }

  /**
   * The recipe of some JSON.
   *
   * @throws IllegalArgumentException if there is something that is not known: the message says
   *     where
   */
  public static Recipe read(JsonElement json) {
    return JSON.read(json, Recipe.class);
  }

  private static String text(Augmentation augmentation) {
    String text = augmentation.toString();
    try {
      if (Augmentation.of(text).equals(augmentation.then(Augmentation.none()))) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // Said below: it is none of ours.
    }
    throw new IllegalArgumentException(
        "the augmentation %s has no text that gets it again, so no record can hold it.%nFix: use %s"
            .formatted(text, "pad-crop, flip, cutout and color-jitter"));
  }
}
