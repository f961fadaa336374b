package org.skipjack.experiment;

import org.skipjack.io.RecordJson;
import org.skipjack.net.Net;
import org.skipjack.train.RecipeJson;

/** The JSON of plans, trials and results. */
public final class ExperimentJson {
  /** Nets and augmentations are texts in it. */
  public static final RecordJson JSON =
      RecipeJson.known(RecordJson.plain()).withText(Net.class, Net::toString, Net::parse);

  private ExperimentJson() {}
}
