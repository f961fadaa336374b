package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EnginesTest {

  @Test
  void the_samediff_engine_works_wherever_the_tests_run() {
    assertThat(Engines.named("samediff").obstacle()).isEmpty();
  }

  @Test
  void the_highest_rank_comes_first() {
    assertThat(Engines.all())
        .isNotEmpty()
        .isSortedAccordingTo(Comparator.comparingInt(Engine::rank).reversed());
  }

  @Test
  void the_best_is_the_first_that_works() {
    assertThat(Engines.best().name())
        .isEqualTo(
            Engines.all().stream()
                .filter(engine -> engine.obstacle().isEmpty())
                .findFirst()
                .orElseThrow()
                .name());
  }

  @Test
  void names_are_unique() {
    assertThat(Engines.all().stream().map(Engine::name)).doesNotHaveDuplicates();
  }

  @Test
  void an_unknown_name_is_refused_with_the_known_ones() {
    String names = Engines.all().stream().map(Engine::name).collect(Collectors.joining(", "));

    assertThatThrownBy(() -> Engines.named("cuda"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            "there is no engine called \"cuda\".\nFix: --engine with one of " + names);
  }
}
