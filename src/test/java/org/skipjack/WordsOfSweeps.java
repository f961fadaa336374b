package org.skipjack;

import java.util.List;
import java.util.function.UnaryOperator;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.sweep.Sweep;
import org.skipjack.experiment.sweep.SweepPoint;
import org.skipjack.net.Families;
import org.skipjack.train.recipe.Recipe;

/** What tells sweeps, their points and variants apart: what comes of their functions. */
final class WordsOfSweeps {
  private WordsOfSweeps() {}

  static SweepPoint point() {
    return new SweepPoint(
        Families::resnet, 14, List.of(), UnaryOperator.identity(), UnaryOperator.identity());
  }

  static Object seen(SweepPoint point) {
    return List.of(point.net(), point.recipe().apply(Recipe.DEFAULT));
  }

  static Object seen(Variant variant) {
    return List.of(
        variant.name(),
        variant.place(),
        variant.net(),
        variant.change().apply(Recipe.DEFAULT),
        variant.published());
  }

  static Object seen(Sweep sweep) {
    return List.of(
        sweep.seeds(), sweep.pairs(), sweep.variants().stream().map(WordsOfSweeps::seen).toList());
  }
}
