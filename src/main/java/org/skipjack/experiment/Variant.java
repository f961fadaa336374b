package org.skipjack.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.net.Net;
import org.skipjack.train.recipe.Recipe;

/**
 * A net to compare, and how its recipe differs from that of the comparison.
 *
 * @param name what tables and charts call it
 * @param place where it stands in a sweep: the axis, and its value there
 * @param net what is trained
 * @param change what makes its recipe of that of the comparison
 * @param published what others came to with it
 */
public record Variant(
    String name,
    Map<String, String> place,
    Net net,
    UnaryOperator<Recipe> change,
    List<PublishedResult> published) {

  /** A net under a name, with the recipe of the comparison. */
  public static Variant of(String name, Net net) {
    return new Variant(name, Map.of(), net, UnaryOperator.identity(), List.of());
  }

  /** The same net with a recipe of its own, made of that of the comparison. */
  public Variant recipe(UnaryOperator<Recipe> then) {
    return new Variant(name, place, net, recipe -> then.apply(change.apply(recipe)), published);
  }

  /** The same at a place of a sweep: axes and its values there, in order. */
  public Variant at(Map<String, String> changed) {
    return new Variant(name, changed, net, change, published);
  }

  /** The same with what others came to, to stand beside ours. */
  public Variant published(List<PublishedResult> changed) {
    return new Variant(name, place, net, change, changed);
  }

  /** The arm of a comparison on data of so many classes; see {@link Net#fitted}. */
  Arm arm(Recipe recipe, int classes) {
    return new Arm(name, place, net.fitted(classes), change.apply(recipe), published);
  }
}
