package org.skipjack.train;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.skipjack.data.SplitPart;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.graph.ShapeException;
import org.skipjack.net.Net;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.TrainingLength;

/**
 * The configuration of a training as texts. Two that mean the same give the same bits: names of
 * data do not count, and neither does how a net or a length was spelled.
 */
final class TrainingConfig {
  static final String NET = "net";
  static final String DATA = "data";
  static final String LENGTH = "length";
  static final String START = "start";

  private static final String VALIDATION = "validationImages";

  private TrainingConfig() {}

  static Map<String, String> of(Training training) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put(NET, training.net().toString());
    config.put(DATA, training.data().name());
    config.put("trainingImages", images(training.data().training()));
    training.data().validation().ifPresent(set -> config.put(VALIDATION, images(set)));
    config.put("testImages", images(training.data().test()));
    Recipe recipe = training.recipe();
    config.put(LENGTH, recipe.length().toString());
    config.put("batchSize", Integer.toString(recipe.batchSize()));
    config.put("schedule", recipe.schedule().toString());
    config.put("optimizer", recipe.optimizer().toString());
    config.put("augmentation", recipe.augmentation().toString());
    config.put("extras", recipe.extras().toString());
    config.put("seed", Long.toString(training.seed().value()));
    training.executionFacts().forEach((key, value) -> config.put(key, value.toString()));
    training.start().ifPresent(start -> config.put(START, start.digest()));
    return config;
  }

  private static String images(SplitPart part) {
    return part.size() + ", SHA-256 " + part.images().digest();
  }

  /** The names of what differs so that the result would, in order. */
  static Set<String> differences(Training training, Map<String, String> there) {
    Map<String, String> here = of(training);
    Set<String> names = new LinkedHashSet<>(here.keySet());
    names.addAll(List.of(VALIDATION, START)); // which not every training has
    names.removeIf(name -> Objects.equals(here.get(name), there.get(name)));
    names.remove(DATA);
    if (names.contains(NET) && isNetOf(training, String.valueOf(there.get(NET)))) {
      names.remove(NET);
    }
    if (names.contains(LENGTH) && updates(training, there) == updates(training, here)) {
      names.remove(LENGTH);
    }
    return names;
  }

  private static boolean isNetOf(Training training, String text) {
    try {
      var data = training.data();
      Shape image = Shape.image(data.channels(), data.height(), data.width());
      return Graph.of(Net.parse(text), image).computesAs(training.graph());
    } catch (IllegalArgumentException | ShapeException e) {
      return false; // What no net is written so is another net.
    }
  }

  /** The updates that a length means on the data of a training; -1 if it is no length. */
  static long updates(Training training, Map<String, String> there) {
    try {
      int batches = training.recipe().batches(training.data().training().size());
      return TrainingLength.parse(String.valueOf(there.get(LENGTH))).iterations(batches);
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  /** Two lines more for each value that differs; ends with a new line. */
  static String lines(Set<String> names, Map<String, String> got, Map<String, String> expected) {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append(
          "    %s%n        got       %s%n        expected  %s%n"
              .formatted(
                  name, got.getOrDefault(name, "nothing"), expected.getOrDefault(name, "nothing")));
    }
    return lines.toString();
  }
}
