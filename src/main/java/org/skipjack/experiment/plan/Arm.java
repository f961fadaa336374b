package org.skipjack.experiment.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skipjack.net.Net;
import org.skipjack.train.recipe.Recipe;

/**
 * An arm of a comparison: a net and its recipe, run with every seed.
 *
 * @param name unlike that of other arms
 * @param place where it stands in a sweep: the axis, and its value there; empty outside of one
 * @param net what is trained
 * @param recipe how
 * @param published what others came to with it
 */
public record Arm(
    String name,
    Map<String, String> place,
    Net net,
    Recipe recipe,
    List<PublishedResult> published) {
  /** Copies map and list, keeping their order. */
  public Arm {
    place = Collections.unmodifiableMap(new LinkedHashMap<>(place));
    published = List.copyOf(published);
  }
}
