package org.skipjack.train;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.skipjack.data.SplitPart;
import org.skipjack.train.recipe.Recipe;

/** What a training was asked to do, in words: two of the same words give the same bits. */
final class TrainingConfig {
  private TrainingConfig() {}

  static Map<String, String> of(Training training) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("net", training.net().toString());
    asked.put("data", training.data().name());
    asked.put("trainingImages", images(training.data().training()));
    training.data().validation().ifPresent(set -> asked.put("validationImages", images(set)));
    asked.put("testImages", images(training.data().test()));
    Recipe recipe = training.recipe();
    asked.put("length", recipe.length().toString());
    asked.put("batchSize", Integer.toString(recipe.batchSize()));
    asked.put("schedule", recipe.schedule().toString());
    asked.put("optimizer", recipe.optimizer().toString());
    asked.put("augmentation", recipe.augmentation().toString());
    asked.put("extras", recipe.extras().toString());
    asked.put("seed", Long.toString(training.seed().value()));
    training.executionFacts().forEach((key, value) -> asked.put(key, value.toString()));
    return asked;
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
