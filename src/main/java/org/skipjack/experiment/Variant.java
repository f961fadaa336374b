package org.skipjack.experiment;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.skipjack.net.Net;
import org.skipjack.train.Recipe;

/**
 * A net to compare, and how its recipe differs from that of the comparison.
 *
 * @param name what tables and charts call it
 * @param place where it stands in a sweep: the axis, and its value there
 * @param net what is trained
 * @param change what makes its recipe of that of the comparison
 */
public record Variant(
    String name, Map<String, String> place, Net net, UnaryOperator<Recipe> change) {

  /** A net under a name, with the recipe of the comparison. */
  public static Variant of(String name, Net net) {
    return new Variant(name, Map.of(), net, UnaryOperator.identity());
  }

  /** The same net with a recipe of its own, made of that of the comparison. */
  public Variant recipe(UnaryOperator<Recipe> then) {
    return new Variant(name, place, net, recipe -> then.apply(change.apply(recipe)));
  }

  Arm arm(Recipe recipe) {
    return new Arm(name, place, net, change.apply(recipe));
  }
}
