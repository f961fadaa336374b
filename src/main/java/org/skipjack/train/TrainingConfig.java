package org.skipjack.train;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.skipjack.data.SplitPart;
import org.skipjack.train.recipe.Recipe;

/**
 * The configuration of a training as texts: two trainings with equal configurations give the same
 * bits.
 */
final class TrainingConfig {
  private TrainingConfig() {}

  static Map<String, String> of(Training training) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("net", training.net().toString());
    config.put("data", training.data().name());
    config.put("trainingImages", images(training.data().training()));
    training.data().validation().ifPresent(set -> config.put("validationImages", images(set)));
    config.put("testImages", images(training.data().test()));
    Recipe recipe = training.recipe();
    config.put("length", recipe.length().toString());
    config.put("batchSize", Integer.toString(recipe.batchSize()));
    config.put("schedule", recipe.schedule().toString());
    config.put("optimizer", recipe.optimizer().toString());
    config.put("augmentation", recipe.augmentation().toString());
    config.put("extras", recipe.extras().toString());
    config.put("seed", Long.toString(training.seed().value()));
    training.executionFacts().forEach((key, value) -> config.put(key, value.toString()));
    return config;
  }

  private static String images(SplitPart part) {
    return part.size() + ", SHA-256 " + part.images().digest();
  }

  /** A line for each word that differs, {@code name here …, there …}; ends with a new line. */
  static String differences(Map<String, String> here, Map<String, String> there) {
    Set<String> names = new LinkedHashSet<>(here.keySet());
    names.addAll(there.keySet());
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      if (!Objects.equals(here.get(name), there.get(name))) {
        lines.append(
            "    %s%n        here   %s%n        there  %s%n"
                .formatted(
                    name, here.getOrDefault(name, "nothing"), there.getOrDefault(name, "nothing")));
      }
    }
    return lines.toString();
  }
}
