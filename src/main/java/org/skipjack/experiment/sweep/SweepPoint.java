package org.skipjack.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.Option.FamilyOption;
import org.skipjack.train.recipe.Recipe;

/**
 * A point of a sweep: the settings that make a net and its recipe.
 *
 * @param family the kind of net
 * @param depth its layers with weights
 * @param options of the family, at most one of a kind
 * @param then what is done to the net that the family gives
 * @param recipe what makes the recipe of that of the comparison
 */
public record SweepPoint(
    NetFamily family,
    int depth,
    List<FamilyOption> options,
    UnaryOperator<Net> then,
    UnaryOperator<Recipe> recipe) {
  private static final int USUAL_DEPTH = 20;

  /** The residual net of 20 layers, with the recipe of the comparison. */
  static final SweepPoint START =
      new SweepPoint(
          Families::resnet,
          USUAL_DEPTH,
          List.of(),
          UnaryOperator.identity(),
          UnaryOperator.identity());

  /** Copies the list. */
  public SweepPoint {
    options = List.copyOf(options);
  }

  /** The same in another family. */
  public SweepPoint withFamily(NetFamily changed) {
    return new SweepPoint(changed, depth, options, then, recipe);
  }

  /** The same at another depth. */
  public SweepPoint withDepth(int changed) {
    return new SweepPoint(family, changed, options, then, recipe);
  }

  /** The same with an option, in place of one of its kind. */
  public SweepPoint with(FamilyOption option) {
    List<FamilyOption> changed = new ArrayList<>(options);
    changed.removeIf(one -> one.kind().equals(option.kind()));
    changed.add(option);
    return new SweepPoint(family, depth, changed, then, recipe);
  }

  /** The same with something done to its net. */
  public SweepPoint thenNet(UnaryOperator<Net> change) {
    return new SweepPoint(family, depth, options, net -> change.apply(then.apply(net)), recipe);
  }

  /** The same with a change of its recipe. */
  public SweepPoint withRecipe(UnaryOperator<Recipe> change) {
    return new SweepPoint(family, depth, options, then, all -> change.apply(recipe.apply(all)));
  }

  /** The net of this place. */
  public Net net() {
    return then.apply(family.of(depth, options.toArray(FamilyOption[]::new)));
  }
}
