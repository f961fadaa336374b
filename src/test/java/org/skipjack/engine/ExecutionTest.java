package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExecutionTest {
  private static final Map<String, UnaryOperator<Execution>> WORDS =
      new LinkedHashMap<>(
          Map.of(
              "engine", on -> on.engine(Engines.named("samediff")),
              "threads", on -> on.threads(3),
              "precision", on -> on.precision(Precision.FP32)));

  @Test
  void words_that_name_different_things_commute() {
    for (List<String> order : orders(List.copyOf(WORDS.keySet()))) {
      Execution made = Execution.best();
      for (String word : order) {
        made = java.util.Objects.requireNonNull(WORDS.get(word)).apply(made);
      }
      assertThat(made.toMap())
          .as("%s", order)
          .isEqualTo(Map.of("engine", "samediff", "threads", 3, "precision", "fp32"));
    }
  }

  @Test
  void the_last_one_that_names_the_same_thing_wins() {
    assertThat(Execution.best().threads(3).threads(1).threads()).isEqualTo(1);
  }

  @Test
  void threads_that_nobody_set_are_those_of_the_engine() {
    Engine samediff = Engines.named("samediff");
    assertThat(Execution.best().engine(samediff).threads()).isEqualTo(samediff.usualThreads());
  }

  private static List<List<String>> orders(List<String> words) {
    if (words.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> all = new ArrayList<>();
    for (String first : words) {
      List<String> rest = new ArrayList<>(words);
      rest.remove(first);
      for (List<String> order : orders(Collections.unmodifiableList(rest))) {
        List<String> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }
}
