package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.skipjack.engine.MemoryLimit.Purpose;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;

/** Nets against machines that have the memory or have not. */
class MemoryLimitTest {
  private static final MemoryLimit SMALL = new MemoryLimit(16_000_000_000L);
  private static final Shape IMAGE = Shape.image(3, 32, 32);

  private final Execution execution = Execution.best();

  @Test
  void what_no_engine_does_without_is_refused_by_layer_with_how_much_it_takes() {
    Graph graph = Graph.of(net().conv(1_000_000).globalAvgPool().dense(10), IMAGE);

    assertThatThrownBy(() -> SMALL.require(execution, graph, 128, Purpose.TRAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            to train on 128 examples at a time, this net takes at least 524.7 GB of memory, and this machine has 16.0 GB.
            Most of it is 524.3 GB of values of conv #1, .conv(1000000).
            Fix: fewer examples at a time, --batch-size or batchSize(…); fewer filters or units, or a smaller input.\
            """);
    assertThatThrownBy(() -> SMALL.require(execution, graph, 128, Purpose.PREDICT))
        .hasMessageStartingWith(
            "to predict 128 examples at a time, this net takes at least 524.4 GB");
  }

  @Test
  void weights_are_named_where_they_are_what_does_not_fit() {
    Graph graph = Graph.of(net().dense(100_000).relu().dense(10), Shape.vector(20_000));

    assertThatThrownBy(() -> SMALL.require(execution, graph, 8, Purpose.TRAIN))
        .hasMessageContaining(
            "Most of it is 24.0 GB of weights of dense #1, .dense(100000).\nFix: fewer filters or units");
  }

  @Test
  void what_the_engine_forecasts_is_the_limit_where_less_does_not_settle_it() {
    Graph graph = Graph.of(Families.resnet(20), IMAGE);
    MemoryEstimate forecast = execution.memory(graph, 128);

    assertThatCode(
            () -> {
              of(forecast.trainingBytes()).require(execution, graph, 128, Purpose.TRAIN);
              of(forecast.inferenceBytes()).require(execution, graph, 128, Purpose.PREDICT);
            })
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> of(forecast.trainingBytes() - 1).require(execution, graph, 128, Purpose.TRAIN))
        .hasMessageStartingWith(
            String.format(
                Locale.ROOT,
                "to train on 128 examples at a time, this net takes %.1f GB of memory, and",
                forecast.trainingBytes() / 1e9));
    assertThatThrownBy(
            () -> of(forecast.inferenceBytes() - 1).require(execution, graph, 128, Purpose.PREDICT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MemoryLimit of(long bytes) {
    return new MemoryLimit(bytes);
  }

  @Test
  void this_machine_has_memory() {
    assertThat(MemoryEstimate.ofMachine()).isGreaterThan(1L << 28);
    assertThatCode(() -> execution.requireMemoryToTrain(Graph.of(net().conv(4), IMAGE), 8))
        .doesNotThrowAnyException();
  }
}
