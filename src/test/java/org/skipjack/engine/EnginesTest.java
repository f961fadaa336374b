package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.skipjack.graph.Graph;

class EnginesTest {

  @Test
  void the_samediff_engine_works_wherever_the_tests_run() {
    assertThat(Engines.named("samediff").unavailableReason()).isEmpty();
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
                .filter(engine -> engine.unavailableReason().isEmpty())
                .findFirst()
                .orElseThrow()
                .name());
  }

  /** An engine whose native library is missing. */
  private record Missing(String name) implements Engine {
    @Override
    public int rank() {
      return 99;
    }

    @Override
    public Optional<String> unavailableReason() {
      return Optional.of("no native library");
    }

    @Override
    public Optional<String> unavailableReason(Precision precision) {
      return unavailableReason();
    }

    @Override
    public int usualThreads() {
      return 1;
    }

    @Override
    public MemoryEstimate memory(Graph graph, int batch, Execution execution) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public Program compile(Graph graph, Parameters parameters, Execution execution) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public MatrixProduct product(MatrixProduct.Size size, Execution execution) {
      throw new UnsupportedOperationException(name);
    }
  }

  @Test
  void an_engine_that_does_not_work_is_named_and_the_next_is_taken() {
    Engine works = Engines.named("samediff");
    List<String> said = new ArrayList<>();

    assertThat(Engines.best(List.of(new Missing("fast"), works), said::add)).isSameAs(works);
    assertThat(said)
        .containsExactly(
            "the engine fast does not work here, a slower one is taken: no native library");
  }

  @Test
  void where_none_works_each_is_named() {
    List<String> said = new ArrayList<>();
    List<Engine> engines = List.of(new Missing("one"), new Missing("other"));

    assertThatThrownBy(() -> Engines.best(engines, said::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no engine works here: one: no native library; other: no native library");
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
