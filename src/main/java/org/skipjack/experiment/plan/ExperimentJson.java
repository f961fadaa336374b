package org.skipjack.experiment.plan;

import org.skipjack.io.ValueJson;
import org.skipjack.net.Net;
import org.skipjack.train.recipe.RecipeJson;

/** The JSON of plans, trials and results. */
public final class ExperimentJson {
  /** Nets and augmentations are texts in it. */
  public static final ValueJson JSON =
      RecipeJson.known(ValueJson.plain()).withText(Net.class, Net::toString, Net::parse);

  private ExperimentJson() {}
}
